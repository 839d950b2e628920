import { describe, expect, it } from 'vitest'
import { BUILT_IN_CATALOG } from './builtin.ts'
import { draftModels } from './draft-models.ts'

const { models } = BUILT_IN_CATALOG
const drafts = (target: string, rules: 'paper' | 'standard' = 'standard') => draftModels(target, models, rules)
const fitting = (target: string, rules?: 'paper' | 'standard') =>
  drafts(target, rules)
    .filter(({ fits }) => fits)
    .map(({ id }) => id)
const reason = (target: string, id: string, rules?: 'paper' | 'standard') =>
  drafts(target, rules).find((draft) => draft.id === id)?.reason

describe('draft models', () => {
  it('of one vocabulary come first, of the same maker before others, small before large', () => {
    const ids = fitting('llama-3.3-70b')
    expect(ids.slice(0, 4)).toEqual(['llama-3.2-1b', 'llama-3.2-3b', 'llama-3-8b', 'llama-3.1-8b'])
    expect(ids.indexOf('llama-3.3-nemotron-super-49b')).toBeGreaterThan(ids.indexOf('llama-3.1-8b'))
    expect(ids).not.toContain('llama-3.3-70b')
    expect(ids).not.toContain('llama-3.1-405b')
  })

  it('say in words what speaks for them and against', () => {
    expect(reason('llama-3.1-405b', 'llama-3.2-1b')).toBe('same maker, 1.24 B active, 1/330')
    expect(reason('llama-3.1-405b', 'llama-2-7b')).toBe('another vocabulary, of 32,000')
    expect(reason('llama-3.1-405b', 'llama-3.1-405b')).toBe('is the model itself')
    expect(reason('llama-3.2-1b', 'llama-3.1-405b')).toBe('406 B active, no fewer than the model')
    expect(reason('deepseek-v3', 'deepseek-v3.2')).toBe(
      'has sparse attention (dsa), which the rules have no equation for',
    )
  })

  it('count the active parameters of experts, not all of them', () => {
    expect(fitting('qwen3-32b')).toContain('qwen3-30b-a3b')
    expect(fitting('gpt-oss-120b')).toEqual(['gpt-oss-20b'])
  })

  it('of the paper’s models have no maker, and one without a vocabulary has no drafts', () => {
    expect(fitting('paper/Llama_3_405B', 'paper')).toContain('paper/Llama_3_8B')
    expect(reason('paper/Llama_3_405B', 'paper/Llama_3_8B', 'paper')).toBe('8.03 B active, 1/51')
    expect(fitting('paper/GPT_3_5', 'paper')).toEqual([])
    expect(reason('paper/GPT_3_5', 'paper/Llama_3_8B', 'paper')).toBe('a vocabulary is not known')
  })

  it('may stand for a target that the rules do not cover', () => {
    expect(fitting('deepseek-v3.2')).toEqual([])
    expect(drafts('minimax-m3').find(({ id }) => id === 'minimax-m2')).toMatchObject({ fits: true })
  })

  it('of a model that is not there are none', () => {
    expect(draftModels('nothing', models, 'paper')).toEqual([])
  })

  it('list every model of the catalog once', () => {
    const ids = drafts('llama-3-8b').map(({ id }) => id)
    expect(ids.toSorted()).toEqual(Object.keys(models).toSorted())
  })
})
