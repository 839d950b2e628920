import { describe, expect, it } from 'vitest'
import { findFrontier } from '../../../test/find-frontier.ts'
import { BUILT_IN_CATALOG } from '../catalog/builtin.ts'
import { NEW_SERIES, type Series } from '../scenario/scenario.ts'
import { searchSetup } from '../scenario/search-setup.ts'
import { cheapestIndex, fastestIndex } from '../search/readings.ts'
import { memoryParts } from './memory-parts.ts'
import { gpusInWords, pointFacts, priceFacts } from './point-facts.ts'

const find = (fields: Partial<Series> = {}) =>
  findFrontier(searchSetup({ ...NEW_SERIES, usdPerGpuHour: 2, ...fields }, BUILT_IN_CATALOG))
const prompts = (mode: 'colocated' | 'disaggregated'): Partial<Series> => ({
  prefill: { mode, inputTokens: 3000, outputTokens: 1000, inputPerOutput: null },
})

describe('pointFacts', () => {
  it('says whether memory sets the batch', () => {
    const result = find()
    const facts = (index: number) => Object.fromEntries(pointFacts(result, index, 'H100'))
    expect(facts(cheapestIndex(result.points))['Batch']).toMatch(/^[\d,]+ sequences, all that memory holds$/)
    expect(facts(fastestIndex())).toMatchObject({
      GPUs: '8 H100',
      Layout: 'TP 8, 1 replica of 8 GPUs',
      Batch: expect.stringMatching(/^1 sequence of up to [\d,]+ that memory holds$/),
      Instance: '$16.0 / h',
    })
    expect(facts(0)).not.toHaveProperty('Time to first token')
  })

  it('counts the GPUs that work on prompts', () => {
    const result = find(prompts('disaggregated'))
    const facts = Object.fromEntries(pointFacts(result, cheapestIndex(result.points), 'H100'))
    expect(facts['GPUs for prompts']).toMatch(/^[\d.]+ more$/)
    expect(gpusInWords(result.points, cheapestIndex(result.points))).toMatch(/^\d \+ [\d.]+ GPUs$/)
    expect(facts['Instance']).toMatch(/ \/ h, prompts included$/)
    expect(facts['Time to first token']).toMatch(/ m?s$/)
  })
})

describe('priceFacts', () => {
  it('has three prices where prompts are accounted for, blended at their mix', () => {
    const series = { ...NEW_SERIES, ...prompts('colocated') }
    const { points } = find(prompts('colocated'))
    expect(priceFacts(points, 0, series).map(([label]) => label)).toEqual([
      'Input',
      'Output',
      'Blended, 3 input tokens per output token',
    ])
    expect(priceFacts(find().points, 0, NEW_SERIES)).toEqual([])
  })
})

it('memory parts add up to the GPU’s memory, and empty ones are left out', () => {
  const result = find()
  const parts = memoryParts(result, 0)
  expect(parts.map(({ id }) => id)).toEqual(['weights', 'cache', 'reserve', 'free'])
  expect(parts.reduce((sum, { bytes }) => sum + bytes, 0)).toBeCloseTo(result.hbmBytes, -3)
})
