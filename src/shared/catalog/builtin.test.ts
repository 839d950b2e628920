import { describe, expect, it } from 'vitest'
import { paperSetup } from '../../../test/golden/golden-setup.ts'
import { cacheFlopPerToken, kvCacheBytesPerSequence, totalParams } from '../model/architecture.ts'
import { Decode } from '../model/decode.ts'
import { seriesOf } from '../scenario/scenario.ts'
import { searchSetup } from '../scenario/search-setup.ts'
import { BUILT_IN_CATALOG } from './builtin.ts'
import { modelName, precisionOf, toArchitecture, unsupportedPart, type ReleasedModel } from './model-entry.ts'

const { models, accelerators } = BUILT_IN_CATALOG
const released = Object.entries(models).filter((entry): entry is [string, ReleasedModel] => 'totalParams' in entry[1])
const usable = released.filter(([, entry]) => unsupportedPart(entry) === null)

describe('the built-in catalog', () => {
  it('has the notebook’s entries and the released ones, each under its own id', () => {
    const count = (entries: object, paper: boolean) =>
      Object.keys(entries).filter((id) => id.startsWith('paper/') === paper).length
    expect([count(models, true), count(models, false)]).toEqual([31, 68])
    expect([count(accelerators, true), count(accelerators, false)]).toEqual([9, 38])
  })

  it('names a source for every released entry', () => {
    const sourceless = [...released, ...Object.entries(accelerators).filter(([id]) => !id.startsWith('paper/'))].filter(
      ([, entry]) => !('sources' in entry) || Object.keys(entry.sources).length === 0,
    )
    expect(sourceless.map(([id]) => id)).toEqual([])
  })

  it.each(usable)('%s adds up to its published parameters within 2 %%', (_, entry) => {
    expect(Math.abs(totalParams(toArchitecture(entry)) / entry.totalParams - 1)).toBeLessThan(0.02)
  })

  it.each(usable)('%s decodes on an H100 under the paper’s rules', (id, entry) => {
    const setup = searchSetup(
      seriesOf({ name: id, model: id, accelerator: 'h100-sxm', weightBits: 8, usdPerGpuHour: 2 }),
      BUILT_IN_CATALOG,
    )
    const gpus = (3 * entry.totalParams) / 80e9 + 1
    expect(new Decode(setup).latencySeconds(gpus, 4)).toBeLessThan(1)
  })

  it('refuses by name what the model has no equation for', () => {
    const refused = released.filter(([, entry]) => unsupportedPart(entry) !== null)
    expect(refused.length).toBeGreaterThan(0)
    for (const [, entry] of refused)
      expect(() => toArchitecture(entry)).toThrow(
        `${modelName(entry)} has ${unsupportedPart(entry)}, which the cost model has no equation for yet`,
      )
    for (const [, entry] of released)
      expect(entry.attention.linear === null).toBe(!unsupportedPart(entry)?.startsWith('a linear mixer'))
  })
})

describe('a catalog model under the paper’s rules', () => {
  it('llama-3-70b is the notebook’s Llama 3 70B, on the notebook’s H100', () => {
    const grid = { gpus: 12, batches: 12 }
    const [own, paper] = [
      searchSetup(seriesOf({ name: 'a', model: 'llama-3-70b', accelerator: 'paper/H100', grid }), BUILT_IN_CATALOG),
      paperSetup('Llama_3_70B', 'H100', { grid }),
    ].map((setup) => new Decode(setup)) as [Decode, Decode]
    for (const gpus of [2, 8, 33, 1000])
      for (const batch of [1, 17, 4000]) expect(own.latencySeconds(gpus, batch)).toBe(paper.latencySeconds(gpus, batch))
  })

  it('sees min(context, window) tokens in its sliding-window layers', () => {
    const [id, entry] = usable.find(
      ([, { attention }]) => attention.slidingWindow !== null && attention.slidingWindow.globalLayers > 0,
    )!
    const architecture = toArchitecture(entry)
    const precision = precisionOf(models[id]!, 16, 16)
    const window = entry.attention.slidingWindow!.size
    const bytes = (context: number) => kvCacheBytesPerSequence(architecture, precision, context)
    const flop = (context: number) => cacheFlopPerToken(architecture, context)
    const globalOnly = {
      ...architecture,
      attention: architecture.attention.filter((group) => group.windowTokens === null),
    }

    expect(architecture.attention.map((group) => group.windowTokens)).toContain(window)
    expect(bytes(window / 2)).toBe(bytes(window) / 2)
    expect(bytes(10 * window) - bytes(window)).toBe(9 * kvCacheBytesPerSequence(globalOnly, precision, window))
    expect(flop(10 * window) - flop(window)).toBe(9 * cacheFlopPerToken(globalOnly, window))
  })

  it('may have weights and activations of any width', () => {
    const entry = models['llama-3-70b']!
    expect(precisionOf(entry, null, null)).toEqual({ weightBytes: 2, activationBytes: 2 })
    expect(precisionOf(entry, 4, 8)).toEqual({ weightBytes: 0.5, activationBytes: 1 })
  })
})
