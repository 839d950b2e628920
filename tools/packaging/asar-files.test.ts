import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../testing/temporary-folder.ts'
import { writeAsar } from '../testing/write-asar.ts'
import { asarFiles } from './asar-files.ts'

test('every file is listed with its path, and no folder', () => {
  const path = join(temporaryFolder(), 'app.asar')
  writeAsar(path, { 'package.json': null, out: { main: { 'index.js': null, empty: {} }, 'größe.js': null } })
  expect(asarFiles(path)).toEqual(['package.json', 'out/main/index.js', 'out/größe.js'])
})

test.each([
  ['empty', ''],
  ['shorter than a header', 'PK'],
  ['something else', 'PK\u0003\u0004 and then more than sixteen bytes'],
])('a file that is %s is refused', (_what, content) => {
  const path = join(temporaryFolder(), 'app.asar')
  writeFileSync(path, content)
  expect(() => asarFiles(path)).toThrow(/app\.asar is no asar archive/)
})

test('an archive that was cut off is refused', () => {
  const path = join(temporaryFolder(), 'app.asar')
  writeFileSync(path, Buffer.from(Uint32Array.of(4, 108, 104, 100).buffer))
  expect(() => asarFiles(path)).toThrow(/app\.asar is no asar archive/)
})
