import fc from 'fast-check'
import { expect, it } from 'vitest'
import { BUILT_IN_CATALOG } from '../../../catalog/builtin.ts'
import { Decode } from '../../../model/decode.ts'
import { seriesOf } from '../../../scenario/scenario.ts'
import { searchSetup } from '../../../scenario/search-setup.ts'
import { paperSpace, type PaperSearchSetup } from '../../paper/space.ts'
import { newPoints, staircase } from '../../staircase.ts'
import { draws, type Uncertainty } from '../uncertainty.ts'
import { changedBy, changedSetup } from './changed-setup.ts'
import { frontierOfLayouts, layoutColumns, mergeLayouts } from './layout-columns.ts'

const GRID = { gpus: 12, batches: 12 }

const setupOf = (fields: Partial<Parameters<typeof seriesOf>[0]>): PaperSearchSetup =>
  searchSetup(
    seriesOf({ name: 'one', model: 'llama-3.1-70b', accelerator: 'h100-sxm', grid: GRID, ...fields }),
    BUILT_IN_CATALOG,
  ) as PaperSearchSetup

const UNCERTAINTY: Uncertainty = {
  inputs: [
    { id: 'memoryBandwidth', low: 0.6, high: 1.4 },
    { id: 'arithmetic', low: 0.6, high: 1.4 },
    { id: 'kernelTime', low: 0.5, high: 2 },
    { id: 'networkLatency', low: 0.3, high: 3 },
    { id: 'usdPerGpuHour', low: 2, high: 3.5 },
    { id: 'acceptance', low: 0.5, high: 0.9 },
  ],
  errors: {
    'one GPU': 0.4,
    'tensor parallel': 0.4,
    'tensor and expert parallel': 0.4,
    'data-parallel attention': 0.4,
    unmeasured: 0.4,
  },
}

const every = Uint32Array.from({ length: GRID.gpus * GRID.batches }, (_, at) => at)

/** The frontier by the model itself, point by point. */
function plainFrontier(setup: PaperSearchSetup) {
  const { gpus, batches } = paperSpace(setup)
  const decode = new Decode(setup)
  const points = newPoints(every.length)
  for (const at of every) {
    const [n, b] = [gpus[at % gpus.length]!, batches[Math.floor(at / gpus.length)]!]
    const seconds = decode.latencySeconds(n, b)
    if (b / seconds > (setup.demandCapTokensPerSecond ?? Infinity)) continue
    points.latencySeconds[at] = seconds
    points.cost[at] = (n * seconds) / b
    points.position[at] = at
  }
  return staircase(points)
}

it.each<[string, Partial<Parameters<typeof seriesOf>[0]>]>([
  ['a dense model', {}],
  ['one without pipelining', { pipeline: false, attentionScaleDown: false, contextTokens: 8000 }],
  ['experts under a cap', { model: 'deepseek-v3', demandCapTokensPerSecond: 20_000 }],
  ['an accelerator of the paper', { model: 'paper/Llama_3_8B', accelerator: 'paper/H100' }],
  ['drafts', { speculative: { draft: 'llama-3.1-8b', acceptance: 0.8 } }],
])('gives what the model gives for the changed accelerator: %s', (_, fields) => {
  const setup = setupOf(fields)
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 4095 }), (sample) => {
      const changed = changedBy(setup, UNCERTAINTY, draws(sample, sample + 1)[0]!)
      const found = {
        changes: [changed],
        latencies: [changed.networkLatency / changed.networkBandwidth],
      }
      const halves = [every.subarray(0, 50), every.subarray(50)].map((some) => layoutColumns(setup, some, found))
      const among = frontierOfLayouts(setup, mergeLayouts(halves), changed)
      const plain = plainFrontier(changedSetup(setup, changed))
      expect(among.position).toEqual(plain.position)
      for (const [at, seconds] of plain.latencySeconds.entries()) {
        expect(among.latencySeconds[at]! / seconds).toBeCloseTo(1, 9)
        expect(among.cost[at]! / plain.cost[at]!).toBeCloseTo(1, 9)
      }
    }),
    { numRuns: 10 },
  )
})
