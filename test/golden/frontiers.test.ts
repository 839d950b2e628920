import { afterAll, describe, expect, it } from 'vitest'
import { createThreadCompute } from '../../src/main/compute/thread-compute.ts'
import { preferredIndex } from '../../src/shared/search/readings.ts'
import { GOLDEN_COMPARISONS, relativeError, type GoldenFrontier } from './golden-files.ts'
import { paperPrice, setupOfFrontier } from './golden-setup.ts'
import { curveMisses, type Curve } from './same-curve.ts'

const compute = createThreadCompute()
afterAll(() => compute.close())

const curveOf = (golden: GoldenFrontier): Curve => ({
  tokensPerSecond: golden.tokens_per_second,
  usdPerMillionTokens: golden.usd_per_million,
})

const preferredOf = (golden: GoldenFrontier): number =>
  golden.tokens_per_second
    .map((speed, i) => speed ** 3 / golden.usd_per_million[i]!)
    .reduce((best, merit, i, all) => (merit > all[best]! ? i : best), 0)

it('are 29 frontiers in 8 comparisons', () => {
  expect(GOLDEN_COMPARISONS).toHaveLength(8)
  expect(GOLDEN_COMPARISONS.flatMap(({ frontiers }) => frontiers)).toHaveLength(29)
})

describe.each(GOLDEN_COMPARISONS)('$comparison, pipelining $use_pp', (comparison) => {
  it.each(comparison.frontiers)('$name is the notebook’s curve', { timeout: 240_000 }, async (golden) => {
    const { points, usdPerGpuHour, gridPoints } = await compute.frontier(setupOfFrontier(comparison, golden))
    expect(gridPoints).toBe(160_000)
    expect(usdPerGpuHour).toBe(paperPrice(golden.acceleratorKey))
    expect(curveMisses(curveOf(golden), points)).toEqual([])
    expect(curveMisses(points, curveOf(golden))).toEqual([])

    const [found, wanted] = [preferredIndex(points), preferredOf(golden)]
    expect(relativeError(points.tokensPerSecond[found]!, golden.tokens_per_second[wanted]!)).toBeLessThan(1e-9)
    expect(relativeError(points.gpus[found]!, golden.n_gpu[wanted]!)).toBeLessThan(1e-9)
    expect(relativeError(points.batch[found]!, golden.batch[wanted]!)).toBeLessThan(1e-9)
    expect(relativeError(points.mfu[found]!, golden.mfu[wanted]!)).toBeLessThan(1e-9)
  })
})
