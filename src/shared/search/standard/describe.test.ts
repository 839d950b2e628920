import { describe, expect, it } from 'vitest'
import { findFrontier } from '../../../../test/find-frontier.ts'
import { standardSearchSetupOf } from '../../../../test/standard-search-setup.ts'
import { Replica } from '../../model/standard/replica.ts'
import type { StandardPoints } from '../frontier-points.ts'
import { describeLayouts } from './describe.ts'
import { BATCH_LIMIT } from './serving.ts'
import { replicaRows, type StandardSearchSetup } from './space.ts'

const speculative = { draft: 'llama-3.1-8b', acceptance: 0.8, maxDraftTokens: 4 }
const setup = standardSearchSetupOf('llama-3.3-70b', 'h100-sxm', {
  contextTokens: 2000,
  weightFormat: 'fp8',
  speculative,
  prefill: { mode: 'colocated', inputTokens: 1500, outputTokens: 300, inputPerOutput: 3 },
})

/** One point of the space, described. */
function pointAt(search: StandardSearchSetup, row: number, batch: number): StandardPoints {
  const one = (value: number) => Float64Array.of(value)
  return describeLayouts(search, {
    latencySeconds: one(0),
    cost: one(0),
    position: Uint32Array.of(row * BATCH_LIMIT + batch - 1),
  })
}
const sum = (terms: StandardPoints['terms']) => Object.values(terms).reduce((total, [seconds]) => total + seconds!, 0)
const rowOf = (drafting: boolean) =>
  replicaRows(setup).findIndex((row) => row.drafting === drafting && row.layout.tensor === 4)

describe('a point', () => {
  it('that decodes plainly takes the sum of its terms', () => {
    const point = pointAt(setup, rowOf(false), 12)
    expect(point).toMatchObject({
      drafts: Float64Array.of(0),
      expectedTokens: Float64Array.of(1),
      gpus: Float64Array.of(4),
      batch: Float64Array.of(12),
    })
    expect(sum(point.terms)).toBeCloseTo(point.latencySeconds[0]!, 14)
    expect(sum(point.draftTerms)).toBe(0)
  })

  it('that drafts takes (pass + drafts x draft pass) / expected tokens', () => {
    const point = pointAt(setup, rowOf(true), 12)
    const [drafts, expected] = [point.drafts[0]!, point.expectedTokens[0]!]
    expect(drafts).toBeGreaterThanOrEqual(2)
    expect(expected).toBeCloseTo((1 - 0.8 ** drafts) / 0.2, 12)
    expect((sum(point.terms) + drafts * sum(point.draftTerms)) / expected).toBeCloseTo(point.latencySeconds[0]!, 14)
    expect(point.draftBytesPerGpu[0]).toBeGreaterThan(0)
  })

  it('says what its GPUs hold and do', () => {
    const [row, batch] = [rowOf(false), 12]
    const point = pointAt(setup, row, batch)
    const replica = new Replica(setup.model, replicaRows(setup)[row]!.layout, null)
    const { weights, cache } = replica.memoryFill(batch)
    expect([point.weightBytesPerGpu[0], point.cacheBytesPerGpu[0]]).toEqual([weights, cache])
    // 80 layers with 2 of 8 KV heads on each GPU, 128 wide, keys and values of a byte.
    expect(cache).toBe(12 * 2000 * 80 * 2 * 256)
    expect(point.mfu[0]).toBeGreaterThan(0)
    expect(point.mfu[0]).toBeLessThan(1)
    // Weights but for the lookup table, cache, and activations, which are no more than that table here.
    const bytes = point.mbu[0]! * point.latencySeconds[0]! * setup.model.chip.hbmBytesPerSecond
    expect(bytes / (weights + cache)).toBeGreaterThan(0.93)
    expect(bytes / (weights + cache)).toBeLessThan(1.01)
  })

  it('has a blended price of the mix that is asked for', () => {
    const { prefill, usdPerMillionTokens } = pointAt(setup, rowOf(false), 12)
    const { usdPerMillionInput: input, usdPerMillionOutput: output, usdPerMillionBlended: blended } = prefill!
    expect(output[0]! + (input[0]! * 1500) / 300).toBeCloseTo(usdPerMillionTokens[0]!, 12)
    expect(blended[0]).toBeCloseTo((output[0]! + 3 * input[0]!) / 4, 12)
  })
})

it('leaves columns of prompts out where there are none', () => {
  const points = findFrontier(standardSearchSetupOf('llama-3.1-8b', 'h100-sxm', { contextTokens: 1000 }))
    .points as StandardPoints
  expect(points.prefill).toBeNull()
})
