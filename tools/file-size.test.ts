import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { megabytes, sizeOf } from './file-size.ts'
import { temporaryFolder } from './testing/temporary-folder.ts'

test('a folder is as large as all files in it, and a loop of links does not matter', () => {
  const folder = temporaryFolder()
  mkdirSync(join(folder, 'deep', 'er'), { recursive: true })
  writeFileSync(join(folder, 'one'), 'x'.repeat(1000))
  writeFileSync(join(folder, 'deep', 'er', 'two'), 'x'.repeat(234))
  expect(sizeOf(folder)).toBe(1234)
  expect(sizeOf(join(folder, 'one'))).toBe(1000)
  symlinkSync('.', join(folder, 'loop'))
  expect(sizeOf(folder)).toBe(1235)
})

test.each([
  [0, '0.0 MB'],
  [49_999, '0.0 MB'],
  [50_000, '0.1 MB'],
  [228_450_000, '228.4 MB'],
])('%d bytes are %s', (bytes, text) => expect(megabytes(bytes)).toBe(text))
