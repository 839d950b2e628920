import fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { BUILT_IN_CATALOG } from './builtin.ts'
import { isPaperModel, modelEntrySchema, type PaperModel, type ReleasedModel } from './model-entry.ts'
import { PAPER_DEPTH_EXPONENT, scaleModel, scaleProblem, unscalable } from './scaled-model.ts'

const { models } = BUILT_IN_CATALOG
const OWN = { id: 'own/scaled', name: 'Scaled' }
const paper = (name: string): PaperModel => models[`paper/${name}`] as PaperModel
const released = Object.entries(models).filter((row): row is [string, ReleasedModel] => !isPaperModel(row[1]))
const scalable = released.filter(([, entry]) => unscalable(entry) === null)

describe('a scaled model of the paper', () => {
  it.each([
    ['GPT_4', 50, PAPER_DEPTH_EXPONENT, 'GPT_4_100T_param'],
    ['GPT_4', 1 / 2, PAPER_DEPTH_EXPONENT, 'GPT_4_2x'],
    ['GPT_4', 1 / 4, PAPER_DEPTH_EXPONENT, 'GPT_4_4x'],
    ['GPT_4', 1 / 8, PAPER_DEPTH_EXPONENT, 'GPT_4_8x'],
    ['GPT_4', 1 / 16, PAPER_DEPTH_EXPONENT, 'GPT_4_16x'],
    ['Llama_3_405B', 4.444, 0, 'Llama_3_gpt4_size'],
    ['Llama_3_gpt4_size', 1 / 2, PAPER_DEPTH_EXPONENT, 'Llama_3_gpt4_size_2x'],
    ['Llama_3_gpt4_size', 1 / 4, PAPER_DEPTH_EXPONENT, 'Llama_3_gpt4_size_4x'],
    ['Llama_3_gpt4_size', 1 / 8, PAPER_DEPTH_EXPONENT, 'Llama_3_gpt4_size_8x'],
    ['Llama_3_gpt4_size', 1 / 16, PAPER_DEPTH_EXPONENT, 'Llama_3_gpt4_size_16x'],
  ])('%s x%f at depth exponent %f is the notebook’s %s', (from, factor, depthExponent, to) => {
    const { entry, totalParams, reachedFactor } = scaleModel(paper(from), { factor, depthExponent }, OWN)
    const { derived, ...golden } = paper(to)
    const numbers = (model: PaperModel): [string, unknown][] => Object.entries({ ...model, label: '' })
    for (const [field, value] of numbers(golden)) {
      const own = (entry as PaperModel)[field as 'dModel']
      if (typeof value === 'number') expect(own / value).toBeCloseTo(1, 12)
      else if (field !== 'label') expect(own).toEqual(value)
    }
    expect(totalParams / derived!['totalParams']!).toBeCloseTo(1, 9)
    expect(reachedFactor).toBeCloseTo(totalParams / paper(from).derived!['totalParams']!, 9)
  })

  it('keeps a layer however small it gets', () => {
    expect(scaleModel(paper('GPT_3_5'), { factor: 0.001, depthExponent: 1 }, OWN).entry.layers).toBe(1)
  })
})

describe('a scaled released model', () => {
  it.each(scalable)('%s at a factor of 1 is itself', (_, entry) => {
    const { layers, dModel, dFf, moe, blocks, attention } = scaleModel(
      entry,
      { factor: 1, depthExponent: PAPER_DEPTH_EXPONENT },
      OWN,
    ).entry as ReleasedModel
    expect({ layers, dModel, dFf, moe, blocks, attention }).toEqual({
      layers: entry.layers,
      dModel: entry.dModel,
      dFf: entry.dFf,
      moe: entry.moe,
      blocks: entry.blocks,
      attention: entry.attention,
    })
  })

  it.each(scalable)('%s twice as large is a valid entry of about twice the parameters', (_, entry) => {
    const { entry: own, reachedFactor, totalParams } = scaleModel(entry, { factor: 2, depthExponent: 1 / 3 }, OWN)
    expect(v.safeParse(modelEntrySchema, own).issues).toBeUndefined()
    expect((own as ReleasedModel).totalParams).toBe(totalParams)
    expect(reachedFactor).toBeGreaterThan(1.4)
    expect(reachedFactor).toBeLessThan(2.2)
  })

  it('of any scale has whole layers, heads that fit together, and grows with the factor', () => {
    const pick = fc.constantFrom(...scalable.map(([, entry]) => entry))
    const scale = fc.record({
      factor: fc.double({ min: 0.05, max: 100, noNaN: true }),
      depthExponent: fc.double({ min: 0, max: 1, noNaN: true }),
    })
    fc.assert(
      fc.property(pick, scale, (entry, given) => {
        const own = scaleModel(entry, given, OWN)
        const { attention, blocks, layers } = own.entry as ReleasedModel
        expect(v.safeParse(modelEntrySchema, own.entry).issues).toBeUndefined()
        expect(attention.queryHeads % attention.kvHeads).toBe(0)
        expect(Math.max(blocks.denseFf, blocks.moeFf)).toBeLessThanOrEqual(layers)
        expect(scaleModel(entry, { ...given, factor: 8 * given.factor }, OWN).totalParams).toBeGreaterThan(
          own.totalParams,
        )
      }),
    )
  })

  it('says where it is from and that it was never released', () => {
    const { entry } = scaleModel(models['llama-3-8b']!, { factor: 2, depthExponent: 0 }, OWN)
    expect(entry).toMatchObject({
      id: 'own/scaled',
      released: 'not released',
      activeParams: null,
      sources: { architecture: 'scaled from llama-3-8b' },
    })
  })
})

describe('what cannot be scaled', () => {
  it.each([
    ['paper/DeepSeek_V3', 'the paper’s notebook does not say how latent attention scales'],
    ['deepseek-v3', 'latent attention has ranks, which no rule says how to scale'],
    ['qwen3-next-80b-a3b', 'linear mixers have a state, which no rule says how to scale'],
    ['minimax-m3', 'sparse attention (block-topk) has no equation to count its parameters with'],
    ['gemma-4-31b', 'windowed layers have heads of their own'],
    ['llama-3.3-nemotron-super-49b', 'its feed-forward layers differ in width'],
  ])('%s is refused with the reason', (id, reason) => {
    expect(unscalable(models[id]!)).toBe(reason)
    expect(() => scaleModel(models[id]!, { factor: 2, depthExponent: 0 }, OWN)).toThrow(reason)
  })

  it.each([
    [{ factor: 0, depthExponent: 0 }, 'the factor must be a number from 0.001 to 1000'],
    [{ factor: Number.NaN, depthExponent: 0 }, 'the factor must be a number from 0.001 to 1000'],
    [{ factor: 1e9, depthExponent: 0 }, 'the factor must be a number from 0.001 to 1000'],
    [{ factor: 2, depthExponent: -1 }, 'the depth exponent must be a number from 0 to 1'],
    [{ factor: 2, depthExponent: Number.NaN }, 'the depth exponent must be a number from 0 to 1'],
  ])('the scale %o is refused', (scale, problem) => {
    expect(scaleProblem(scale)).toBe(problem)
    expect(() => scaleModel(models['llama-3-8b']!, scale, OWN)).toThrow(problem)
  })
})
