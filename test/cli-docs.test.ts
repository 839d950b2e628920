import { cpSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CommandHost } from '../src/main/cli/command-host.ts'
import { COMMAND_NAMES } from '../src/main/cli/command-line.ts'
import { processHost } from '../src/main/cli/process-host.ts'
import { openStorage } from '../src/main/storage/storage.ts'
import { GALLERY } from '../src/shared/scenario/gallery.ts'
import { runOn } from './fake-host.ts'

const repository = resolve(import.meta.dirname, '..')
const manual = readFileSync(join(repository, 'docs/cli.md'), 'utf8')
const PROGRAM = 'npm run --silent cli -- '

/** Every command line that the manual shows, without the program; what it sends elsewhere is the shell's. */
const examples = manual
  .split('\n')
  .filter((line) => line.startsWith(PROGRAM) && !line.includes('COMMAND'))
  .map((line) => line.slice(PROGRAM.length).replace(/ >.*$/, ''))

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'paretoscope-manual-'))
  cpSync(join(repository, 'examples'), join(folder, 'examples'), { recursive: true })
  const path = join(folder, 'paretoscope.sqlite')
  const storage = openStorage({ path, now: Date.now, log: (line) => console.error(line) })
  storage.scenarios.save(null, GALLERY[0]!.scenario)
  storage.close()
})
afterAll(() => rmSync(folder, { recursive: true }))

/** Real files, seen from the folder as a shell would that was opened there. */
function hostIn(): Partial<CommandHost> {
  const at = (path: string) => join(folder, path)
  return {
    readTextFile: (path) => processHost.readTextFile(at(path)),
    writeFile: (path, data, options) => processHost.writeFile(at(path), data, options),
    openGrowingFile: (path) => processHost.openGrowingFile(at(path)),
    fileLines: (path) => processHost.fileLines(at(path)),
    exists: (path) => processHost.exists(at(path)),
    hasContent: (path) => processHost.hasContent(at(path)),
    makeFolder: (path) => processHost.makeFolder(at(path)),
    electron: async () => 0,
    dataFolder: folder,
  }
}

/** Words of a line, patterns of files as a shell puts them in. */
const wordsOf = (line: string): string[] =>
  line.split(' ').flatMap((word) => (word.includes('*') ? globSync(word, { cwd: folder }).toSorted() : [word]))

describe('docs/cli.md', () => {
  it('has an example of every command', () => {
    const shown = new Set(examples.map((line) => line.split(' ')[0]!))
    expect(COMMAND_NAMES.filter((name) => !name.startsWith('-') && !shown.has(name))).toEqual([])
  })

  it.each(examples)('%s', { timeout: 120_000 }, async (line) => {
    const run = await runOn({}, wordsOf(line), hostIn())
    expect(run).toMatchObject({ exitCode: 0, error: '' })
  })

  it('says of each option of report what the command says', async () => {
    const { out } = await runOn({}, ['report', '--help'])
    const options = [...out.matchAll(/^ {2}(--[a-z]+)/gm)].map(([, option]) => option!)
    expect(options.length).toBeGreaterThan(6)
    for (const option of options) expect(manual).toContain(`\`${option}`)
  })
})
