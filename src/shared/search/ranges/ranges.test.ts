import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { standardSearchSetupOf } from '../../../../test/standard-search-setup.ts'
import { costAt } from '../sensitivity/frontier-curve.ts'
import type { StandardSearchSetup } from '../standard/space.ts'
import { searchSetup } from '../../scenario/search-setup.ts'
import { seriesOf } from '../../scenario/scenario.ts'
import { BUILT_IN_CATALOG } from '../../catalog/builtin.ts'
import type { PaperSearchSetup } from '../paper/space.ts'
import type { SearchSetup } from '../search.ts'
import { bandOf, type Band } from './band.ts'
import { curveDistance } from './check.ts'
import { curveOfStairs } from './curve-of-stairs.ts'
import { extentOf, knotsOf } from './knots.ts'
import { perturbed } from './standard/perturbed.ts'
import { pilotDraws } from './pilots.ts'
import { rangeSearchOf } from './range-search.ts'
import { costBand } from './read-band.ts'
import { RANGED_INPUTS } from './ranged-inputs.ts'
import { mergeReadings, newReadings, readKnots, sampleReadings } from './samples.ts'
import { drawOf, draws, errorFactor, noDraw, valueAt, type Uncertainty } from './uncertainty.ts'
import { wholeFrontier } from './whole-frontier.ts'

const ERRORS = {
  'one GPU': 0.1,
  'tensor parallel': 0.1,
  'tensor and expert parallel': 0.08,
  'data-parallel attention': 0.11,
  unmeasured: 0.15,
}

const CONSTANTS: Uncertainty['inputs'] = [
  { id: 'memoryBandwidth', low: 0.92, high: 1.12 },
  { id: 'arithmetic', low: 0.85, high: 1.15 },
  { id: 'kernelTime', low: 0.83, high: 1.11 },
  { id: 'networkLatency', low: 0.54, high: 1.8 },
  { id: 'usdPerGpuHour', low: 2, high: 3.5 },
]

const paperSetupOf = (model: string, fields: Partial<Parameters<typeof seriesOf>[0]> = {}): PaperSearchSetup => {
  const series = seriesOf({ name: 'paper', model, accelerator: 'h100-sxm', grid: { gpus: 48, batches: 48 }, ...fields })
  return searchSetup(series, BUILT_IN_CATALOG) as PaperSearchSetup
}

const standardCases: [string, StandardSearchSetup, Uncertainty][] = [
  [
    'a dense model, limits and all',
    standardSearchSetupOf('llama-3.3-70b', 'h100-sxm', {
      contextTokens: 1500,
      pipeline: false,
      weightFormat: 'fp8',
      limits: { maxGpus: null, minTokensPerSecond: 25, maxTtftSeconds: null },
    }),
    { inputs: CONSTANTS, errors: ERRORS },
  ],
  [
    'a mixture of experts with a skew',
    standardSearchSetupOf('deepseek-r1', 'b200-sxm', { contextTokens: 8000, pipeline: false }),
    { inputs: [...CONSTANTS, { id: 'routingSkew', low: 1, high: 3 }], errors: ERRORS },
  ],
  [
    'drafts',
    standardSearchSetupOf('llama-3.3-70b', 'h100-sxm', {
      contextTokens: 1500,
      weightFormat: 'fp8',
      speculative: { draft: 'llama-3.1-8b', acceptance: 0.8 },
    }),
    { inputs: [...CONSTANTS, { id: 'acceptance', low: 0.7, high: 0.88 }], errors: null },
  ],
]

const PAPER_ERRORS = { ...ERRORS, unmeasured: 0.4 }

const paperCases: [string, PaperSearchSetup, Uncertainty][] = [
  ['a dense model by the paper', paperSetupOf('llama-3.1-405b'), { inputs: CONSTANTS, errors: PAPER_ERRORS }],
  [
    'a mixture of experts under a demand cap by the paper',
    paperSetupOf('deepseek-v3', { demandCapTokensPerSecond: 1e5, contextTokens: 4000 }),
    { inputs: CONSTANTS, errors: PAPER_ERRORS },
  ],
  [
    'drafts by the paper',
    paperSetupOf('llama-3.1-70b', {
      grid: { gpus: 32, batches: 32 },
      speculative: { draft: 'llama-3.1-8b', acceptance: 0.8 },
    }),
    { inputs: [...CONSTANTS, { id: 'acceptance', low: 0.7, high: 0.88 }], errors: null },
  ],
]

const curveOf = (setup: SearchSetup) => curveOfStairs(wholeFrontier(setup), setup.usdPerGpuHour)

function preparedOf(setup: SearchSetup, uncertainty: Uncertainty) {
  const search = rangeSearchOf(setup, uncertainty)
  const pilots = pilotDraws(uncertainty).map((draw) => search.pilot(draw))
  const parts = search.share(
    pilots.map(({ reached }) => reached),
    3,
  )
  return {
    search,
    candidates: search.merge(parts.map((part) => search.candidates(part))),
    knots: knotsOf(pilots.flatMap(({ curve }) => extentOf(curve) ?? [])),
  }
}

it.each([...standardCases, ...paperCases])('the fastest point of the line is in the band of %s', (...[, setup]) => {
  const uncertainty: Uncertainty = { inputs: [{ id: 'usdPerGpuHour', low: 1, high: 4 }], errors: null }
  const { candidates, knots } = preparedOf(setup, uncertainty)
  const band = bandOf(uncertainty, knots, sampleReadings(setup, uncertainty, candidates, knots, 0, 32))
  const { tokensPerSecond, usdPerMillionTokens } = curveOf(setup)
  const { low, high } = costBand(band, tokensPerSecond[0]!)!
  expect(low).toBeLessThan(high)
  expect(low / usdPerMillionTokens[0]!).toBeGreaterThan(0.7 / setup.usdPerGpuHour)
  expect(high / usdPerMillionTokens[0]!).toBeLessThan(5 / setup.usdPerGpuHour)
})

it('reads speeds beyond those of the pilots, for samples that are faster, and theirs exactly', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 1, max: 1e4, noNaN: true }),
      fc.double({ min: 1.01, max: 1e3, noNaN: true }),
      (slowest, range) => {
        const fastest = slowest * range
        const { tokensPerSecond } = knotsOf([{ fastest, slowest, dearest: 100, cheapest: 0.1 }])
        expect(tokensPerSecond).toContain(fastest)
        expect(tokensPerSecond[0]! / fastest).toBeCloseTo(1.25, 9)
        expect([...tokensPerSecond]).toEqual([...tokensPerSecond].toSorted((a, b) => b - a))
        expect(new Set(tokensPerSecond).size).toBe(tokensPerSecond.length)
      },
    ),
  )
})

/** Cost at a knot of the band, read as all other columns are. */
const atSpeed = ({ atSpeed: { tokensPerSecond, ...columns } }: Band, which: 'low' | 'median' | 'high', speed: number) =>
  costAt({ tokensPerSecond, usdPerMillionTokens: columns[which] }, speed)!

describe.each<[string, SearchSetup, Uncertainty]>([...standardCases, ...paperCases])(
  'the band of %s',
  (_, setup, uncertainty) => {
    const SOME = 96
    const { search, candidates, knots } = preparedOf(setup, uncertainty)
    const readings = sampleReadings(setup, uncertainty, candidates, knots, 0, SOME)
    const band = bandOf(uncertainty, knots, readings)

    it('is that of whole searches, within 1 % of speed or cost', () => {
      const whole = newReadings(knots, SOME)
      for (const [at, draw] of draws(0, SOME).entries()) readKnots(search.whole(draw), knots, whole, at)
      const exact = bandOf(uncertainty, knots, whole)
      for (const which of ['low', 'median', 'high'] as const) {
        const finite = (from: Band) => {
          const first = from.atSpeed[which].findIndex(Number.isFinite)
          return {
            tokensPerSecond: from.atSpeed.tokensPerSecond.slice(first),
            usdPerMillionTokens: from.atSpeed[which].slice(first),
          }
        }
        expect(curveDistance(finite(band), finite(exact))).toBeLessThan(0.01)
      }
    })

    it('has its quantiles in order, widest where the fewest samples reach', () => {
      const { low, median, high, reached } = band.atSpeed
      expect(low.length).toBeGreaterThan(100)
      for (const [at, least] of low.entries()) {
        expect(least).toBeLessThanOrEqual(median[at]!)
        expect(median[at]!).toBeLessThanOrEqual(high[at]!)
        expect(reached[at]!).toBeGreaterThanOrEqual(0.05)
        expect(high[at]! < Infinity).toBe(reached[at]! >= 0.95)
        if (at > 0) expect(low[at - 1]!).toBeGreaterThanOrEqual(least)
      }
      for (const [at, slow] of band.atCost.low.entries()) expect(slow).toBeLessThanOrEqual(band.atCost.high[at]!)
    })

    it('is the same in one go and in parts', () => {
      const parts = [0, 40, 41].map((from, i) =>
        sampleReadings(setup, uncertainty, candidates, knots, from, [40, 41, SOME][i]!),
      )
      expect(bandOf(uncertainty, knots, mergeReadings(parts))).toEqual(band)
    })

    it('gives shares of the variance, which come to about the whole at most', () => {
      const { length } = band.atSpeed.low
      for (let at = 0; at < length; at++) {
        const shares = band.shares.map(({ share }) => share[at]!)
        for (const share of shares) expect(share >= 0 && share <= 1).toBe(true)
      }
      const middle = Math.floor(length / 2)
      expect(band.shares.reduce((sum, { share }) => sum + share[middle]!, 0)).toBeLessThan(1.3)
    })
  },
)

it('where only the price is uncertain, is the frontier times the price, and all of its width comes from it', () => {
  const setup = standardCases[0]![1]
  const uncertainty: Uncertainty = { inputs: [{ id: 'usdPerGpuHour', low: 2, high: 4 }], errors: null }
  const { candidates, knots } = preparedOf(setup, uncertainty)
  const band = bandOf(uncertainty, knots, sampleReadings(setup, uncertainty, candidates, knots, 0, 1024))
  const curve = curveOf(setup)
  for (const speed of [30, 60]) {
    const cost = costAt(curve, speed)!
    expect(atSpeed(band, 'low', speed) / cost).toBeCloseTo(1, 1)
    expect(atSpeed(band, 'high', speed) / cost).toBeCloseTo(2, 1)
    expect(atSpeed(band, 'median', speed) / cost).toBeCloseTo(Math.SQRT2, 1)
  }
  expect(band.shares).toHaveLength(1)
  expect(Math.min(...band.shares[0]!.share)).toBeGreaterThan(0.98)
})

it('has nothing where nothing fits', () => {
  const setup = standardSearchSetupOf('deepseek-r1', 'h100-sxm', {
    limits: { maxGpus: 1, minTokensPerSecond: null, maxTtftSeconds: null },
  })
  const uncertainty: Uncertainty = { inputs: CONSTANTS, errors: ERRORS }
  const { candidates, knots } = preparedOf(setup, uncertainty)
  const band = bandOf(uncertainty, knots, sampleReadings(setup, uncertainty, candidates, knots, 0, 8))
  expect(band.atSpeed.low).toHaveLength(0)
  expect(band.atCost.low).toHaveLength(0)
})

describe('values', () => {
  it.each(RANGED_INPUTS)('$id lies within its range with 90 %, below and above with 5 % each', ({ id, spread }) => {
    const ends = spread === 'odds' ? { low: 0.6, high: 0.9 } : { low: 0.8, high: 1.5 }
    const values = draws(0, 1024).map((draw) =>
      valueAt({ id, ...ends }, draw[RANGED_INPUTS.findIndex((one) => one.id === id)]!),
    )
    expect(values.filter((value) => value < ends.low).length / 1024).toBeCloseTo(0.05, 2)
    expect(values.filter((value) => value > ends.high).length / 1024).toBeCloseTo(0.05, 2)
    expect(values.every((value) => value > 0 && (spread === 'log' || value < 1))).toBe(true)
  })

  it('of a mean error are that far from 1 on average', () => {
    const factors = draws(0, 1024).map((draw) => errorFactor(0.1, draw.at(-1)!))
    expect(factors.reduce((sum, factor) => sum + Math.abs(factor - 1), 0) / 1024).toBeCloseTo(0.1, 2)
  })

  it('of one input stay where they are, whatever else is uncertain', () => {
    const price = { id: 'usdPerGpuHour', low: 2, high: 3 } as const
    const setup = standardCases[0]![1]
    for (const draw of draws(0, 8))
      expect(perturbed(setup, { inputs: [price], errors: null }, draw).usdPerGpuHour).toBe(
        perturbed(setup, { inputs: [...CONSTANTS.slice(0, 4), price], errors: ERRORS }, draw).usdPerGpuHour,
      )
  })
})

it('a setup nothing is drawn for is as it was, but for the middle of its ranges', () => {
  const [, setup] = standardCases[1]!
  const even: Uncertainty = { inputs: [{ id: 'kernelTime', low: 0.5, high: 2 }], errors: ERRORS }
  const same = perturbed(setup, even, noDraw())
  expect(curveDistance(curveOf(same), curveOf(setup))).toBeLessThan(1e-9)
})

it('slower kernels, dearer GPUs and rules that err to the slow side never make a frontier better', () => {
  const [, setup] = standardCases[0]!
  const uncertainty: Uncertainty = { inputs: CONSTANTS, errors: ERRORS }
  const sources = fc.constantFrom(
    'kernelTime' as const,
    'networkLatency' as const,
    'usdPerGpuHour' as const,
    'modelError' as const,
  )
  fc.assert(
    fc.property(
      sources,
      fc.double({ min: 0, max: 3, noNaN: true }),
      fc.integer({ min: 30, max: 60 }),
      (id, more, speed) => {
        const before = costAt(curveOf(perturbed(setup, uncertainty, noDraw())), speed)
        const after = costAt(curveOf(perturbed(setup, uncertainty, drawOf(id, more))), speed)
        expect(after ?? Infinity).toBeGreaterThanOrEqual((before ?? Infinity) * (1 - 1e-9))
      },
    ),
    { numRuns: 20 },
  )
})
