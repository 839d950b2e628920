import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { paperSetup } from '../../../test/golden/golden-setup.ts'
import {
  attentionParamsPerLayer,
  cacheFlopPerToken,
  kvCacheBytesPerSequence,
  totalParams,
} from '../model/architecture.ts'
import { Decode } from '../model/decode.ts'
import { linearMixerParamsPerLayer } from '../model/linear-mixer.ts'
import type { RulesId } from '../model/rules.ts'
import { seriesOf } from '../scenario/scenario.ts'
import { decodeSetup, searchSetup } from '../scenario/search-setup.ts'
import { BUILT_IN_CATALOG } from './builtin.ts'
import { linearMixerGroups, toArchitecture, unsupportedPart } from './model-architecture.ts'
import { modelEntrySchema, modelName, precisionOf, type ReleasedModel } from './model-entry.ts'

const { models, accelerators } = BUILT_IN_CATALOG
const released = Object.entries(models).filter((entry): entry is [string, ReleasedModel] => 'totalParams' in entry[1])
const covered = (rules: RulesId) => released.filter(([, entry]) => unsupportedPart(entry, rules) === null)
const withLinearMixer = released.filter(([, entry]) => entry.attention.linear !== null)

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

  it.each(covered('standard'))('%s adds up to its published parameters within 2 %%', (_, entry) => {
    expect(Math.abs(totalParams(toArchitecture(entry, 'standard')) / entry.totalParams - 1)).toBeLessThan(0.02)
  })

  it.each(covered('paper'))('%s decodes on an H100 under the paper’s rules', (id, entry) => {
    const setup = decodeSetup(
      seriesOf({ name: id, model: id, accelerator: 'h100-sxm', weightBits: 8 }),
      BUILT_IN_CATALOG,
      'series',
    )
    const gpus = (3 * entry.totalParams) / 80e9 + 1
    expect(new Decode(setup).latencySeconds(gpus, 4)).toBeLessThan(1)
  })

  it.each([
    ['paper', 'the paper’s rules'],
    ['standard', 'the standard rules'],
  ] as const)('refuses by name what %s rules have no equation for', (rules, name) => {
    const refused = released.filter(([, entry]) => unsupportedPart(entry, rules) !== null)
    expect(refused.length).toBeGreaterThan(0)
    for (const [, entry] of refused)
      expect(() => toArchitecture(entry, rules)).toThrow(
        `${modelName(entry)} has ${unsupportedPart(entry, rules)}, which ${name} have no equation for yet`,
      )
  })
})

describe('a catalog model with linear mixers', () => {
  const derivedOf = (entry: ReleasedModel) =>
    entry.derived as { totalParams: number; parts: Record<'linearMixer' | 'norms', number> }

  it('is refused by the paper’s rules, with the path of the field', () => {
    expect(withLinearMixer).toHaveLength(10)
    for (const [id, entry] of withLinearMixer) {
      const series = seriesOf({ name: id, model: id, accelerator: 'h100-sxm', weightBits: 16 })
      expect(() => searchSetup(series, BUILT_IN_CATALOG)).toThrow(
        `series.model: ${entry.name} has a linear mixer (${entry.attention.linear!.kind}), which the paper’s rules have`,
      )
    }
  })

  it('is taken by the standard rules, unless its experts are of a latent width', () => {
    const refused = withLinearMixer.map(([id, entry]) => [id, unsupportedPart(entry, 'standard')])
    expect(refused.filter(([, part]) => part !== null)).toEqual(
      ['kimi-k3', 'nemotron-3-super-120b-a12b', 'nemotron-3-ultra-550b-a55b'].map((id) => [
        id,
        'experts of a latent width',
      ]),
    )
  })

  it.each(withLinearMixer)('%s has the mixer parameters of its configuration, to the last one', (_, entry) => {
    const params = linearMixerGroups(entry).map(
      (group) => group.layers * linearMixerParamsPerLayer(entry.dModel, group),
    )
    expect(params).toEqual([derivedOf(entry).parts.linearMixer])
  })

  it.each(withLinearMixer.filter(([, entry]) => unsupportedPart(entry, 'standard') === null))(
    '%s has all its parameters but norms, routers and the gate of shared experts',
    (_, entry) => {
      const architecture = toArchitecture(entry, 'standard')
      const { attention, linear, feedForward } = architecture
      const layers = (groups: readonly { readonly layers: number }[]) => groups.map((group) => group.layers)
      expect([layers(attention), layers(linear), layers(feedForward)]).toEqual([
        [entry.blocks.softmaxAttention],
        [entry.blocks.linearMixer],
        [entry.blocks.denseFf + entry.blocks.moeFf],
      ])
      const { moe, blocks, dModel, attention: shape } = entry
      const router = moe === null ? 0 : (dModel + (moe.routerBias === true ? 1 : 0)) * moe.nExperts
      const sharedGate = moe?.sharedExpertGate === true ? dModel : 0
      const qkNorm = shape.qkNorm === 'per-head' ? 2 * shape.dHead : 0
      const leftOut = blocks.moeFf * (router + sharedGate) + blocks.softmaxAttention * qkNorm
      const derived = derivedOf(entry)
      expect(totalParams(architecture) + leftOut).toBe(derived.totalParams - derived.parts.norms)
    },
  )

  it('of an unknown kind is refused by name under every rule set', () => {
    const [, entry] = withLinearMixer[0]!
    const own = v.parse(modelEntrySchema, {
      ...entry,
      attention: { ...entry.attention, linear: { kind: 'lightning' } },
    })
    expect(unsupportedPart(own, 'standard')).toBe('a linear mixer (lightning)')
  })

  it('of a known kind needs every field of its shape', () => {
    const [, entry] = withLinearMixer[0]!
    const linear = { ...entry.attention.linear, dValue: undefined }
    const { issues } = v.safeParse(modelEntrySchema, { ...entry, attention: { ...entry.attention, linear } })
    expect(issues?.map((issue) => v.getDotPath(issue))).toEqual(['attention.linear.dValue'])
  })

  it.each([
    ['elementwise', 16 * 256],
    ['per-head', 16],
  ])('has a gate on the result of attention, %s', (outputGate, width) => {
    const entry = models['qwen3-next-80b-a3b'] as ReleasedModel
    const own = { ...entry, attention: { ...entry.attention, outputGate } } as ReleasedModel
    const architecture = toArchitecture(own, 'standard')
    const projections = (2 * 16 * 256 + 2 * 2 * 256) * 2048
    expect(attentionParamsPerLayer(architecture, architecture.attention[0]!)).toBe(projections + width * 2048)
  })
})

describe('a catalog model under the paper’s rules', () => {
  it('llama-3-70b is the notebook’s Llama 3 70B, on the notebook’s H100', () => {
    const grid = { gpus: 12, batches: 12 }
    const [own, paper] = [
      decodeSetup(
        seriesOf({ name: 'a', model: 'llama-3-70b', accelerator: 'paper/H100', grid }),
        BUILT_IN_CATALOG,
        'a',
      ),
      paperSetup('Llama_3_70B', 'H100', { grid }),
    ].map((setup) => new Decode(setup)) as [Decode, Decode]
    for (const gpus of [2, 8, 33, 1000])
      for (const batch of [1, 17, 4000]) expect(own.latencySeconds(gpus, batch)).toBe(paper.latencySeconds(gpus, batch))
  })

  it('sees min(context, window) tokens in its sliding-window layers', () => {
    const [id, entry] = covered('paper').find(
      ([, { attention }]) => attention.slidingWindow !== null && attention.slidingWindow.globalLayers > 0,
    )!
    const architecture = toArchitecture(entry, 'paper')
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
