import { describe, expect, it } from 'vitest'
import { BUILT_IN_CATALOG } from '../catalog/builtin.ts'
import { claimNotes, figuresTable, headlineOf, inputsInWords, valueInWords } from './claim-words.ts'
import { claimOf } from './claims.ts'
import type { ClaimResult } from './claim-result.ts'
import { about, judge, worstOf } from './verdict.ts'

const drain = claimOf('drain-time')
const found = (inputs: object): Promise<ClaimResult> =>
  drain.compute(inputs, { catalog: BUILT_IN_CATALOG, frontiers: async () => [] })

describe('a claim in words', () => {
  it('leads with the figure that its verdict hangs on', async () => {
    const result = await found({})
    expect(headlineOf(result)).toBe('24.2 ms, claimed about 24 ms')
    const [first, ...others] = result.figures
    const claimed = about(30e-3, '30 ms')
    const missed = [first!, { ...others[0]!, value: 1, unit: 'seconds' as const, claimed, verdict: judge(1, claimed) }]
    const verdict = worstOf(missed.flatMap((figure) => figure.verdict ?? []))
    expect(headlineOf({ ...result, figures: missed, verdict })).toBe('1.00 s, claimed 30 ms')
  })

  it('tells the figure alone where nothing is claimed of it', async () => {
    expect(headlineOf(await found({ accelerator: 'h200-sxm' }))).toMatch(/^[\d.]+ ms$/)
  })

  it('names every input as its field does', () => {
    expect(
      inputsInWords(claimOf('parameter-count'), {
        inputs: claimOf('parameter-count').variants[0]!,
      }),
    ).toEqual([
      ['Rules', 'paper'],
      ['Model that is scaled', 'paper/Llama_3_70B'],
      ['Accelerator', 'paper/H100'],
      ['Sizes', '0.125× to 8.00×'],
      ['Speed of', 'fastest point'],
    ])
    expect(
      inputsInWords(claimOf('network-latency'), { inputs: { ...claimOf('network-latency').variants[0]! } }),
    ).toContainEqual(['GPUs of an all-reduce', '8 GPUs'])
  })

  it('has a row for each figure, and notes that say all it stands under', async () => {
    const result = await found({})
    expect(figuresTable(drain, result).rows[0]).toEqual([
      'Time to read the whole HBM, H100',
      '24.2 ms',
      'about 24 ms',
      'holds',
    ])
    const notes = claimNotes(drain, result)
    expect(notes.slice(0, 2)).toEqual([
      { about: 'Claim', text: drain.statement },
      { about: 'Verdict', text: 'holds: 24.2 ms, claimed about 24 ms' },
    ])
    expect(notes.filter((note) => note.about === 'Assumption')).toHaveLength(result.assumptions.length)
  })

  it('says so where there is nothing to measure a figure on', () => {
    expect(valueInWords({ value: null, unit: 'seconds' })).toBe('not measured')
  })
})
