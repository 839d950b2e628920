import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createCompute, Folder } from '../../../../test/folder-run.ts'
import models from '../../../shared/catalog/data/models.json' with { type: 'json' }
import { csvTable } from '../../../shared/validation/csv-rows.ts'

let folder: Folder
beforeEach(() => {
  folder = new Folder()
  folder.write('s.json', JSON.stringify(sweep))
})
afterEach(() => folder.remove())

/** Of each kind: frontiers, one that nothing fits, and one that the rules refuse. */
const sweep = {
  format: 'paretoscope/sweep',
  version: 1,
  name: 'Small',
  series: { accelerator: 'h100-sxm', grid: { gpus: 8, batches: 8 }, limits: { maxGpus: 2 } },
  over: { rules: ['standard'], model: ['llama-3.1-8b', 'deepseek-v3', 'deepseek-v3.2'], contextTokens: [1000, 2000] },
  speeds: [50, 1e6],
}
const KINDS = [
  ['r.csv', []],
  ['r.ndjson', []],
  ['r.csv', ['--points']],
  ['r.ndjson', ['--points']],
] as const

const run = (out: string, ...argv: string[]) =>
  folder.run(['sweep', folder.at('s.json'), '--out', folder.at(out), ...argv])
const jsonRows = () =>
  folder
    .read('r.ndjson')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>)
const merge = (out: string, shards: readonly string[], ...argv: string[]) =>
  folder.run(['sweep', '--merge', folder.at(out), ...shards.map((shard) => folder.at(shard)), ...argv])

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
      JSON.stringify({ ...sweep, models: mine, over: { model: [id], rules: ['standard', 'paper'] } }),
    )
    for (const [out, more] of KINDS) {
      expect(await run(out, ...more, '--force')).toMatchObject({ exitCode: 0, error: '' })
      expect(await run(out, ...more)).toMatchObject({
        exitCode: 0,
        out: expect.stringContaining('2 of them from before'),
      })
    }
  })
})

describe.each(KINDS)('%s %j', (out, more) => {
  it('goes on wherever it was ended, and loses and repeats no row', async () => {
    await run(out, ...more)
    const complete = folder.read(out)
    const note = folder.read(`${out}.sweep`)
    const cuts = [0, 1, 20, complete.length - 1, complete.length]
    for (let i = 1; i < 12; i++) cuts.push(Math.floor((i * complete.length) / 12))
    for (let at = complete.indexOf('\n'); at !== -1 && cuts.length < 40; at = complete.indexOf('\n', at + 1))
      cuts.push(at, at + 1)
    for (const cut of cuts) {
      folder.write(out, complete.slice(0, cut))
      expect(await run(out, ...more)).toMatchObject({ exitCode: 0, error: '' })
      expect(folder.read(out) === complete, `cut at ${cut}`).toBe(true)
      expect(folder.read(`${out}.sweep`)).toBe(note)
    }
  })

  it('computes anew what a failing machine left empty', async () => {
    await run(out, ...more)
    const complete = folder.read(out)
    const half = Math.floor(complete.length / 2)
    for (const rest of ['', complete.slice(half + 40)]) {
      folder.write(out, `${complete.slice(0, half)}${'\0'.repeat(40)}${rest}`)
      expect(await run(out, ...more)).toMatchObject({ exitCode: 0, error: '' })
      expect(folder.read(out) === complete).toBe(true)
    }
  })

  it('is the same merged from shards, in any order of the arguments', async () => {
    await run(out, ...more)
    for (const of of [1, 2, 4, 7]) {
      const shards = Array.from({ length: of }, (_, i) => `${i}-${out}`)
      for (const [i, shard] of shards.entries())
        expect(await run(shard, '--shard', `${i + 1}/${of}`, ...more)).toMatchObject({ exitCode: 0 })
      expect(await merge(`all-${out}`, shards.toReversed(), '--force')).toMatchObject({ exitCode: 0, error: '' })
      expect(folder.read(`all-${out}`) === folder.read(out), `of ${of}`).toBe(true)
      expect(folder.read(`all-${out}.sweep`)).toBe(folder.read(`${out}.sweep`))
      for (const shard of shards) folder.write(shard, '')
    }
  })
})

describe('what is there', () => {
  const other = { ...sweep, over: { ...sweep.over, contextTokens: [1000, 3000] } }
  it.each([
    ['other values', () => folder.write('s.json', JSON.stringify(other)), [], 'has the results of another sweep'],
    [
      'other speeds',
      () => folder.write('s.json', JSON.stringify({ ...sweep, speeds: [9] })),
      [],
      'has the results of another',
    ],
    ['another form', () => {}, ['--points'], 'has a row for each frontier'],
    ['another shard', () => {}, ['--shard', '1/2'], 'is shard 1/1, and this is 1/2'],
    ['another version', () => note((text) => text.replace('1.2.3', '1.2.2')), [], 'was computed by version 1.2.2'],
    ['a broken note', () => note(() => '{}'), [], 'r.csv.sweep: format: is missing; add it'],
    [
      'rows edited',
      () => rows((text) => text.replace('\r\n2,', '\r\n7,')),
      [],
      'line 3: is not what the sweep left there',
    ],
    ['rows added', () => rows((text) => `${text}7,0\r\n`), [], 'line 8: is not what the sweep left there; expected no'],
    ['rows in another order', () => rows((text) => text.split('\r\n').toReversed().join('\r\n')), [], 'line 1: is not'],
  ])('is refused and left as it is: %s', async (_, change, argv, words) => {
    await run('r.csv')
    change()
    const before = folder.read('r.csv')
    const refused = await run('r.csv', ...argv)
    expect(refused).toMatchObject({ exitCode: 3, out: '', error: expect.stringContaining(words) })
    expect(refused.error).toMatch(/^.*r\.csv: .*; give another name, or use --force to replace it\n$/)
    expect(folder.read('r.csv')).toBe(before)
    expect(await run('r.csv', ...argv, '--force')).toMatchObject({ exitCode: 0 })
    expect(await run('r.csv', ...argv)).toMatchObject({ exitCode: 0, out: expect.stringContaining('from before') })
  })

  const note = (change: (text: string) => string) => folder.write('r.csv.sweep', change(folder.read('r.csv.sweep')))
  const rows = (change: (text: string) => string) => folder.write('r.csv', change(folder.read('r.csv')))

  it('is refused where it is no result at all', async () => {
    folder.write('r.csv', 'mine')
    expect(await run('r.csv')).toMatchObject({
      exitCode: 3,
      error: expect.stringMatching(/has no .*r\.csv\.sweep beside it/),
    })
    expect(folder.read('r.csv')).toBe('mine')
  })

  it('is told where it is from a newer version', async () => {
    await run('r.csv')
    note((text) => text.replace('"version": 1', '"version": 2'))
    expect(await run('r.csv')).toMatchObject({ exitCode: 4 })
  })

  it('is gone on with under another name of the sweep, and with values given in another way', async () => {
    await run('r.csv')
    const contextTokens = { from: 1000, to: 2000, steps: 2 }
    folder.write('s.json', JSON.stringify({ ...sweep, name: 'New', over: { ...sweep.over, contextTokens } }))
    expect(await run('r.csv')).toMatchObject({ exitCode: 0, out: expect.stringContaining('6 of them from before') })
  })
})

describe('merging', () => {
  it('refuses what is missing, unfinished or foreign', async () => {
    for (const i of [1, 2, 3]) await run(`${i}.csv`, '--shard', `${i}/3`)
    await run('2of4.csv', '--shard', '2/4')
    await run('p.csv', '--shard', '2/3', '--points')
    await run('2.ndjson', '--shard', '2/3')
    folder.write('half.csv', folder.read('2.csv').split('\r\n').slice(0, 2).join('\r\n'))
    folder.write('half.csv.sweep', folder.read('2.csv.sweep'))
    const refusal = async (shards: string[], out = 'all.csv') => {
      const { exitCode, error } = await merge(out, shards, '--force')
      return `${exitCode} ${error.replaceAll(folder.at('x').slice(0, -1), '')}`
    }
    expect(await refusal(['1.csv', '3.csv'])).toBe('3 shards are missing: 2/3\n')
    expect(await refusal(['1.csv', '2.csv', '2.csv', '3.csv'])).toBe('3 2.csv: is shard 2/3, as is 2.csv\n')
    expect(await refusal(['1.csv', '2of4.csv', '3.csv'])).toBe('3 2of4.csv: is shard 2/4, and 1.csv is 1/3\n')
    expect(await refusal(['1.csv', 'p.csv', '3.csv'])).toBe('3 p.csv: has a row for each point, unlike 1.csv\n')
    expect(await refusal(['1.csv', '2.ndjson', '3.csv'])).toBe(
      '3 2.ndjson: is no .csv file, as the merged one is to be\n',
    )
    expect(await refusal(['1.csv', 'none.csv', '3.csv'])).toMatch(/^3 none\.csv: has no none\.csv\.sweep beside it/)
    expect(await refusal(['1.csv', 'half.csv', '3.csv'])).toBe(
      '3 half.csv: is not finished: has 0 of 2 frontiers; run its sweep again\n',
    )
    expect(await refusal(['1.csv', '2.csv', '3.csv'], '1.csv')).toBe(
      '3 1.csv: is one of the shards; give another name\n',
    )
    folder.write('s.json', JSON.stringify({ ...sweep, speeds: [7] }))
    await run('f.csv', '--shard', '2/3')
    expect(await refusal(['1.csv', 'f.csv', '3.csv'])).toBe('3 f.csv: has the results of another sweep, unlike 1.csv\n')
    folder.write('all.csv', 'mine')
    expect(await merge('all.csv', ['1.csv', '2.csv', '3.csv'])).toMatchObject({ exitCode: 2 })
    expect(folder.read('all.csv')).toBe('mine')
  })
})

it('is checked without computing anything', async () => {
  const { exitCode, out } = await folder.run(['check', folder.at('s.json')])
  expect({ exitCode, out }).toEqual({ exitCode: 0, out: `${folder.at('s.json')}: valid; "Small", 6 combinations\n` })
  folder.write('s.json', JSON.stringify({ ...sweep, over: { model: ['x'] } }))
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
    folder.write('s.json', JSON.stringify({ ...sweep, over: { ...sweep.over, contextTokens: ['x'] } }))
    expect(await run('r.csv')).toMatchObject({
      exitCode: 3,
      error: expect.stringMatching(/s\.json: over\.contextTokens\[0\]: is "x"/),
    })
    folder.write('s.json', JSON.stringify({ ...sweep, version: 2 }))
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
