import { describe, expect, it } from 'vitest'
import { BUILT_IN_CATALOG } from '../../../shared/catalog/builtin.ts'
import { catalogNames } from '../workspace/catalog-names.ts'
import { draftGroups } from './draft-groups.ts'

const listed = {
  models: Object.entries(BUILT_IN_CATALOG.models).map(([id, entry]) => ({
    id,
    entry,
    origin: id.startsWith('paper/') ? ('paper' as const) : ('built-in' as const),
    copied: null,
  })),
  accelerators: [],
}
const names = catalogNames(listed, { models: {}, accelerators: {} })
const groupsOf = (model: string, rules: 'paper' | 'standard' = 'standard') => draftGroups(names, { model, rules })

describe('the choice of a draft model', () => {
  it('has the models of one vocabulary first, with what speaks for them', () => {
    const [first] = groupsOf('llama-3.3-70b')
    expect(first!.label).toBe('Catalog, same vocabulary size')
    expect(first!.options[0]).toMatchObject({
      id: 'llama-3.2-1b',
      note: 'same maker, 1.24 B active, 1/57',
      disabled: false,
    })
  })

  it('leaves the others to choose, with what speaks against them', () => {
    const options = groupsOf('llama-3.3-70b').flatMap((group) => group.options)
    expect(options.find(({ id }) => id === 'llama-2-7b')).toMatchObject({
      note: 'another vocabulary, of 32,000',
      disabled: false,
    })
    expect(options.find(({ id }) => id === 'deepseek-v3.2')).toMatchObject({ disabled: true })
  })

  it.each(['paper', 'standard'] as const)('lists every model once under the %s rules', (rules) => {
    const ids = groupsOf('paper/Llama_3_405B', rules).flatMap((group) => group.options.map(({ id }) => id))
    expect(ids.toSorted()).toEqual(Object.keys(BUILT_IN_CATALOG.models).toSorted())
  })

  it('has no empty group', () => {
    expect(groupsOf('paper/GPT_3_5', 'paper').map(({ label }) => label)).toEqual(["The paper's notebook", 'Catalog'])
  })
})
