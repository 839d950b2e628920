import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import release from '../electron-builder.config.ts'
import { isScenarioFileName, SCENARIO_EXTENSIONS } from '../src/main/files/scenario-file-name.ts'

const packaging = (name: string) => resolve(import.meta.dirname, '../packaging', name)

test('files that systems hand to the app by their name are those it opens', () => {
  for (const { ext } of [...release.win.fileAssociations, ...release.mac.fileAssociations])
    expect(isScenarioFileName(`a.${String(ext)}`)).toBe(true)
  const xml = readFileSync(packaging('paretoscope.xml'), 'utf8')
  const patterns = [...xml.matchAll(/<glob pattern="\*\.([^"]+)"/g)].map(([, extension]) => extension)
  expect(patterns).toEqual(SCENARIO_EXTENSIONS)
  const types = [...xml.matchAll(/<mime-type type="([^"]+)"/g)].map(([, type]) => type)
  expect(types).toEqual(release.linux.mimeTypes)
})

test('the icon is as large as the largest that a system asks for', () => {
  const header = readFileSync(packaging('icon.png'))
  expect([header.readUInt32BE(16), header.readUInt32BE(20)]).toEqual([1024, 1024])
})

test('nothing is uploaded, and the app has no server of updates', () => {
  expect(release.publish).toBeNull()
})
