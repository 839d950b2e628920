import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { InputError, NewerVersionError } from '../../shared/scenario/input-error.ts'
import { formatScenario } from '../../shared/scenario/scenario-file.ts'
import { newScenario, seriesOf } from '../../shared/scenario/scenario.ts'
import { readScenarioFile } from './read-scenario-file.ts'
import { LARGEST_TEXT_FILE_BYTES } from '../../shared/scenario/text-file-limit.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'paretoscope-files-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

const scenario = newScenario('Größe 模型', [seriesOf({ name: 'a', model: 'm', accelerator: 'a' })])
const text = formatScenario(scenario)

function fileWith(content: string | Uint8Array): string {
  const path = join(folder, 'file.paretoscope.json')
  writeFileSync(path, content)
  return path
}

test('reads what the app writes, with or without a byte-order mark', async () => {
  expect(await readScenarioFile(fileWith(text))).toEqual(scenario)
  expect(await readScenarioFile(fileWith(`\ufeff${text}`))).toEqual(scenario)
})

test.each<[string, string | Uint8Array, RegExp]>([
  ['is empty', '', /not valid JSON/],
  ['is cut off', text.slice(0, -10), /not valid JSON/],
  ['is Latin-1', Buffer.from(text, 'latin1'), /not UTF-8/],
  ['is UTF-16', Buffer.from(text, 'utf16le'), /not UTF-8|not valid JSON/],
  ['is overlong UTF-8', Uint8Array.from([0x22, 0xc0, 0xaf, 0x22]), /not UTF-8/],
  ['is binary', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 1]), /not UTF-8/],
  ['is nested deeply', '['.repeat(100_000), /nested/],
  ['has a prototype key', text.replace('"models": {}', '"models": { "__proto__": {} }'), /forbidden field/],
  ['is another format', '{"format":"something/else"}', /format/],
  ['is a list', '[]', /not a scenario/],
  ['is null', 'null', /not a scenario/],
  ['has an unknown field', text.replace('"notes"', '"note"'), /note: is not a known field/],
])('refuses a file that %s', async (_what, content, message) => {
  const reading = readScenarioFile(fileWith(content))
  await expect(reading).rejects.toBeInstanceOf(InputError)
  await expect(reading).rejects.toThrow(message)
})

test('a file of a newer version is told from a broken one', async () => {
  await expect(readScenarioFile(fileWith(text.replace('"version": 1', '"version": 2')))).rejects.toBeInstanceOf(
    NewerVersionError,
  )
})

test('a file that is too large is refused by its size', async () => {
  const path = fileWith('')
  truncateSync(path, LARGEST_TEXT_FILE_BYTES + 1)
  await expect(readScenarioFile(path)).rejects.toThrow(/16777217 bytes; expected at most 16777216/)
})

describe('what is no file', () => {
  test('does not exist', async () => {
    await expect(readScenarioFile(join(folder, 'nowhere.json'))).rejects.toThrow(/cannot be read: does not exist/)
    await expect(readScenarioFile(join(folder, 'nowhere', 'x.json'))).rejects.toBeInstanceOf(InputError)
  })

  test('is a folder', async () => {
    mkdirSync(join(folder, 'folder'))
    await expect(readScenarioFile(join(folder, 'folder'))).rejects.toThrow(/is a folder/)
  })

  test.skipIf(process.platform === 'win32')('is a pipe, a device or a loop of links', async () => {
    execFileSync('mkfifo', [join(folder, 'pipe')])
    await expect(readScenarioFile(join(folder, 'pipe'))).rejects.toThrow(/not a plain file/)
    await expect(readScenarioFile('/dev/zero')).rejects.toThrow(/not a plain file/)
    symlinkSync('loop', join(folder, 'loop'))
    await expect(readScenarioFile(join(folder, 'loop'))).rejects.toThrow(/loop of links/)
  })
})
