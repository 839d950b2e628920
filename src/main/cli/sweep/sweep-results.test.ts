import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { RESULT_FORMS, SMALL_SWEEP, SweepFolder } from '../../../../test/sweep-folder.ts'

let folder: SweepFolder
beforeEach(() => {
  folder = new SweepFolder()
})
afterEach(() => folder.remove())

const run = (out: string, ...argv: string[]) => folder.sweep(out, ...argv)

describe.each(RESULT_FORMS)('%s %j', (out, more) => {
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
      expect(await folder.merge(`all-${out}`, shards.toReversed(), '--force')).toMatchObject({ exitCode: 0, error: '' })
      expect(folder.read(`all-${out}`) === folder.read(out), `of ${of}`).toBe(true)
      expect(folder.read(`all-${out}.sweep`)).toBe(folder.read(`${out}.sweep`))
      for (const shard of shards) folder.write(shard, '')
    }
  })
})

describe('what is there', () => {
  const other = { ...SMALL_SWEEP, over: { ...SMALL_SWEEP.over, contextTokens: [1000, 3000] } }
  it.each([
    ['other values', () => folder.write('s.json', JSON.stringify(other)), [], 'has the results of another sweep'],
    [
      'other speeds',
      () => folder.write('s.json', JSON.stringify({ ...SMALL_SWEEP, speeds: [9] })),
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
    folder.write(
      's.json',
      JSON.stringify({ ...SMALL_SWEEP, name: 'New', over: { ...SMALL_SWEEP.over, contextTokens } }),
    )
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
      const { exitCode, error } = await folder.merge(out, shards, '--force')
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
    folder.write('s.json', JSON.stringify({ ...SMALL_SWEEP, speeds: [7] }))
    await run('f.csv', '--shard', '2/3')
    expect(await refusal(['1.csv', 'f.csv', '3.csv'])).toBe('3 f.csv: has the results of another sweep, unlike 1.csv\n')
    folder.write('all.csv', 'mine')
    expect(await folder.merge('all.csv', ['1.csv', '2.csv', '3.csv'])).toMatchObject({ exitCode: 2 })
    expect(folder.read('all.csv')).toBe('mine')
  })
})
