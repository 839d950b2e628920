import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createCompute } from '../../../../test/folder-run.ts'
import { RESULT_FORMS, SMALL_SWEEP, SweepFolder } from '../../../../test/sweep-folder.ts'
import models from '../../../shared/catalog/data/models.json' with { type: 'json' }
import { csvTable } from '../../../shared/csv/csv-table.ts'

let folder: SweepFolder
beforeEach(() => {
  folder = new SweepFolder()
})
afterEach(() => folder.remove())

const run = (out: string, ...argv: string[]) => folder.sweep(out, ...argv)
const jsonRows = () =>
  folder
    .read('r.ndjson')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>)

describe('rows', () => {
  it('are one for each combination, with readings, or with the reason why there are none', async () => {
    expect(await run('r.ndjson')).toMatchObject({
      exitCode: 0,
      error: '',
      out: expect.stringContaining('6 frontiers\n'),
    })
    const rows = jsonRows()
    expect(rows.map(({ combination, status }) => [combination, status])).toEqual([
      [1, 'ok'],
      [2, 'ok'],
      [3, 'nothing fits'],
      [4, 'nothing fits'],
      [5, 'refused'],
      [6, 'refused'],
    ])
    expect(rows[1]).toMatchObject({
      over: { rules: 'standard', model: 'llama-3.1-8b', contextTokens: 2000 },
      reason: null,
      fastest: { gpus: 2, batch: 1, binds: expect.any(String), layout: expect.stringContaining('TP 2') },
      atSpeed: { '50': { tokensPerSecond: expect.any(Number) }, '1000000': null },
    })
    expect(rows[2]).toMatchObject({ points: 0, fastest: null, reason: expect.stringMatching(/GPU/) })
    expect(rows[4]).toMatchObject({ points: 0, fastest: null, reason: expect.stringMatching(/^series\.model: /) })
  })

  it('say the same in CSV', async () => {
    await run('r.csv')
    await run('r.ndjson')
    const { rows } = csvTable(folder.read('r.csv'))
    expect(rows.map((row) => row['contextTokens'])).toEqual([1000, 2000, 1000, 2000, 1000, 2000])
    expect(rows.map((row) => row['preferred: MFU (share of 1)'])).toEqual(
      jsonRows().map(({ preferred }) => (preferred as { mfu: number } | null)?.mfu),
    )
    expect(rows.map((row) => row['status'])).toEqual(jsonRows().map(({ status }) => status))
  })

  it('are one for each point where asked for', async () => {
    await run('r.ndjson', '--points')
    await run('r.csv', '--points')
    const rows = jsonRows()
    const first = rows.filter(({ combination }) => combination === 1)
    expect(first.map(({ point }) => point)).toEqual(
      Array.from({ length: Number(first[0]!['points']) }, (_, i) => i + 1),
    )
    expect(rows.filter(({ points }) => points === 0)).toHaveLength(4)
    expect(csvTable(folder.read('r.csv')).rows.map((row) => [row['combination'], row['point']])).toEqual(
      rows.map(({ combination, point }) => [combination, point ?? undefined]),
    )
  })

  it('come in the order of the combinations, whichever is done first', async () => {
    await run('r.csv')
    let calls = 0
    const lastFirst: typeof createCompute = (workers) => {
      const compute = createCompute(workers)
      return {
        ...compute,
        async frontier(setup) {
          for (let turns = 100 * (10 - calls++); turns > 0; turns--) await Promise.resolve()
          return compute.frontier(setup)
        },
      }
    }
    await folder.run(['sweep', folder.at('s.json'), '--out', folder.at('o.csv')], { createCompute: lastFirst })
    expect(folder.read('o.csv')).toBe(folder.read('r.csv'))
  })

  it('are of one line each, whatever a file has for ids', async () => {
    const id = 'a"b\r\nc\u2028=1'
    const mine = { [id]: models.find((model) => model.id === 'llama-3.1-8b') }
    folder.write(
      's.json',
      JSON.stringify({ ...SMALL_SWEEP, models: mine, over: { model: [id], rules: ['standard', 'paper'] } }),
    )
    for (const [out, more] of RESULT_FORMS) {
      expect(await run(out, ...more, '--force')).toMatchObject({ exitCode: 0, error: '' })
      expect(await run(out, ...more)).toMatchObject({
        exitCode: 0,
        out: expect.stringContaining('2 of them from before'),
      })
    }
  })
})

it('is checked without computing anything', async () => {
  const { exitCode, out } = await folder.run(['check', folder.at('s.json')])
  expect({ exitCode, out }).toEqual({ exitCode: 0, out: `${folder.at('s.json')}: valid; "Small", 6 combinations\n` })
  folder.write('s.json', JSON.stringify({ ...SMALL_SWEEP, over: { model: ['x'] } }))
  expect(await folder.run(['check', folder.at('s.json')])).toMatchObject({ exitCode: 3 })
})

describe('arguments', () => {
  it.each([
    [[], /missing required argument 'file'/],
    [['s.json'], /say what to write: --out RESULTS/],
    [['s.json', '--out', 'r.txt'], /r\.txt: results are written as \.csv or \.ndjson/],
    [['s.json', 't.json', '--out', 'r.csv'], /expected one sweep file, and there are 2/],
    [['s.json', '--out', 'r.csv', '--workers', '0'], /whole number from 1 to 256/],
    [['s.json', '--merge', 'r.csv', '--points'], /--merge takes the results of the shards and --force only/],
    ...['0/2', '3/2', '1', '1/0', '-1/2', '1.5/2', '1/1e9', 'a/b', '1/2/3'].map((shard): [string[], RegExp] => [
      ['s.json', '--out', 'r.csv', '--shard', shard],
      /Expected i\/n, as 3\/8/,
    ]),
  ])('2: %j', async (argv, words) => {
    const { exitCode, error, out } = await folder.run(['sweep', ...argv])
    expect({ exitCode, out }).toEqual({ exitCode: 2, out: '' })
    expect(error).toMatch(words)
  })

  it('2 where the results cannot be written', async () => {
    expect(await run('no/r.csv')).toMatchObject({
      exitCode: 2,
      error: expect.stringContaining('cannot be written: does not exist'),
    })
  })

  it('3 and 4 for the file, which is named', async () => {
    folder.write('s.json', JSON.stringify({ ...SMALL_SWEEP, over: { ...SMALL_SWEEP.over, contextTokens: ['x'] } }))
    expect(await run('r.csv')).toMatchObject({
      exitCode: 3,
      error: expect.stringMatching(/s\.json: over\.contextTokens\[0\]: is "x"/),
    })
    folder.write('s.json', JSON.stringify({ ...SMALL_SWEEP, version: 2 }))
    expect(await run('r.csv')).toMatchObject({ exitCode: 4 })
  })
})

describe('a search that fails', () => {
  it('ends the sweep with what is done, which goes on later', async () => {
    await run('whole.csv')
    let calls = 0
    const failing: typeof createCompute = (workers) => ({
      ...createCompute(workers),
      frontier: (setup) =>
        ++calls === 3 ? Promise.reject(new Error('the disk is on fire')) : createCompute(workers).frontier(setup),
    })
    const failed = await folder.run(['sweep', folder.at('s.json'), '--out', folder.at('r.csv')], {
      createCompute: failing,
    })
    expect(failed).toMatchObject({ exitCode: 1, error: 'combination 3: the disk is on fire\n' })
    expect(folder.read('r.csv').split('\r\n')).toHaveLength(4)
    await run('r.csv')
    expect(folder.read('r.csv')).toBe(folder.read('whole.csv'))
  })
})

it('shows a bar on a terminal, and wipes it', async () => {
  const { error } = await folder.run(['sweep', folder.at('s.json'), '--out', folder.at('r.csv')], {
    errorIsTerminal: true,
  })
  expect(error).toContain('Small  ████████████████████████  6 of 6')
  expect(error.endsWith('\r\u001B[2K')).toBe(true)
})
