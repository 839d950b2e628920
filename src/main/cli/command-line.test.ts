import { describe, expect, it } from 'vitest'
import { fakeCompute } from '../../../test/fake-compute.ts'
import { runOn } from '../../../test/fake-host.ts'
import { CancelledError } from '../compute/cancelled-error.ts'
import { COMMAND_NAMES } from './command-line.ts'

const series = {
  name: '8-bit',
  model: 'paper/Llama_3_70B_8_bit',
  accelerator: 'paper/H100',
  grid: { gpus: 20, batches: 20 },
}
const scenario = { format: 'paretoscope/scenario', version: 1, name: 'Small', series: [series] }
const text = (file: unknown) => JSON.stringify(file)
const files = {
  'good.json': text(scenario),
  'newer.json': text({ ...scenario, version: 2 }),
  'bad.json': text({ ...scenario, series: [{ ...series, model: 7 }] }),
  'broken.json': '{\n  "format": oops\n}',
  'points.json': text({ points: [] }),
  'taken.csv': 'mine',
}

describe('exit codes', () => {
  it.each([
    [0, ['--help']],
    [0, ['help']],
    [0, ['help', 'evaluate']],
    [0, ['frontier', '--help']],
    [0, ['check', 'good.json']],
    [0, ['frontier', 'good.json']],
    [0, ['frontier', 'good.json', '--json', '--workers', '2']],
    [0, ['evaluate', 'points.json', '--json']],
    [0, ['report', 'good.json', '--csv', 'new.csv']],
    [2, []],
    [2, ['frontiers', 'good.json']],
    [2, ['frontier']],
    [2, ['frontier', 'good.json', 'bad.json']],
    [2, ['frontier', 'good.json', '--yaml']],
    [2, ['frontier', 'good.json', '--workers']],
    [2, ['frontier', 'good.json', '--workers', '0']],
    [2, ['frontier', 'good.json', '--workers', '1.5']],
    [2, ['frontier', 'good.json', '--workers', '1e3']],
    [2, ['frontier', 'good.json', '--workers', '257']],
    [2, ['evaluate', 'points.json']],
    [2, ['report', 'good.json']],
    [2, ['report', 'good.json', '--csv', 'taken.csv']],
    [3, ['check', 'bad.json']],
    [3, ['check', 'broken.json']],
    [3, ['check', 'none.json']],
    [3, ['frontier', 'bad.json', '--json']],
    [3, ['evaluate', 'good.json', '--json']],
    [3, ['report', 'bad.json', '--csv', 'new.csv']],
    [4, ['check', 'newer.json']],
    [4, ['frontier', 'newer.json']],
    [4, ['report', 'newer.json', '--pdf', 'new.pdf']],
  ])('%d: %j', async (exitCode, argv) => {
    const run = await runOn(files, argv)
    expect(run).toMatchObject({ exitCode })
    if (exitCode === 0) expect(run.error).toBe('')
    else expect(run.out).toBe('')
    if (exitCode !== 0 && argv.length > 0) expect(run.error).toMatch(/^[^\n]+\n$/)
  })

  it('1 where the search itself fails', async () => {
    const run = await runOn(files, ['frontier', 'good.json'], {
      createCompute: () => fakeCompute({ frontier: () => Promise.reject(new Error('the disk is on fire')) }),
    })
    expect(run).toMatchObject({ exitCode: 1, error: 'the disk is on fire\n', out: '' })
  })

  it('1 where it is cancelled', async () => {
    const run = await runOn(files, ['frontier', 'good.json'], {
      createCompute: () => fakeCompute({ frontier: () => Promise.reject(new CancelledError()) }),
    })
    expect(run).toMatchObject({ exitCode: 1, error: 'The computation was cancelled.\n' })
  })
})

describe('what is wrong is said in one line', () => {
  it.each([
    [['check', 'bad.json'], 'bad.json: series[0].model: is 7; expected an id\n'],
    [['check', 'none.json'], 'none.json: cannot be read: does not exist\n'],
    [
      ['check', 'newer.json'],
      'newer.json: this file has version 2; this app reads versions up to 1. A newer Paretoscope can open it\n',
    ],
    [['frontier'], 'error: missing required argument \'file\'. Try "cli frontier --help".\n'],
    [
      ['frontier', 'x', '--workers', 'many'],
      "error: option '--workers <n>' argument 'many' is invalid. Expected a whole number from 1 to 256. Try \"cli frontier --help\".\n",
    ],
    [['nonsense'], 'error: unknown command \'nonsense\'. Try "cli --help".\n'],
    [
      ['report', 'good.json'],
      'error: say what to write: --pdf OUT, --html OUT, --csv OUT, --xlsx OUT, --svg FOLDER or --png FOLDER\n',
    ],
    [['report', 'good.json', '--csv', 'taken.csv'], 'taken.csv: already exists; use --force to replace it\n'],
    [['report', 'good.json', '--pdf', 'x.pdf'], 'error: a PDF needs Electron, and there is none here\n'],
  ])('%j', async (argv, error) => {
    expect((await runOn(files, argv)).error).toBe(error)
  })

  it('even where the input has line ends and control characters', async () => {
    const { error } = await runOn(files, ['check', 'broken.json'])
    expect(error).toMatch(/^broken\.json: is not valid JSON \([^\n]*\)\n$/)
    const hostile = text({ ...scenario, series: [{ ...series, model: '\u001B]0;owned\u0007\n\nmodel' }] })
    const run = await runOn({ 'h.json': hostile }, ['check', 'h.json'])
    expect(run.exitCode).toBe(3)
    // Nothing but printable characters and the one line end.
    expect(run.error).toMatch(/^[\P{Cc}]*\n$/u)
  })
})

describe('help', () => {
  it('names every command, and has an example for each', async () => {
    const { out } = await runOn({}, ['--help'])
    for (const name of ['frontier', 'evaluate', 'report', 'check', 'sweep', 'library']) {
      expect(out).toContain(name)
      expect(COMMAND_NAMES).toContain(name)
      expect((await runOn({}, [name, '--help'])).out).toMatch(
        new RegExp(`Examples:\\n(  cli ${name}.*\\n    .+\\n){2,}`),
      )
    }
  })
})

describe('progress', () => {
  it('is shown on a terminal, and wiped', async () => {
    const { error, out } = await runOn(files, ['frontier', 'good.json', '--json'], { errorIsTerminal: true })
    expect(error).toContain('8-bit (1 of 1)  100 %')
    expect(error.endsWith('\r\u001B[2K')).toBe(true)
    expect(() => JSON.parse(out) as unknown).not.toThrow()
  })
})
