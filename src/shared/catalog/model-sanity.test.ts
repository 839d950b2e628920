import { describe, expect, it } from 'vitest'
import { BUILT_IN_CATALOG } from './builtin.ts'
import { withValueAt } from './entry-path.ts'
import { modelFindings } from './model-sanity.ts'

const { models } = BUILT_IN_CATALOG

it.each(Object.entries(models))('%s has nothing that cannot be', (_, entry) => {
  expect(modelFindings(entry).filter(({ severity }) => severity === 'error')).toEqual([])
})

it('only one built-in model is not likely: its makers pruned whole layers of attention', () => {
  expect(Object.values(models).flatMap((entry) => modelFindings(entry).map(({ message }) => message))).toEqual([
    'Layers with attention or another mixer add up to 49; the model has 80 layers.',
  ])
})

describe('a model that', () => {
  it.each([
    [
      'llama-2-7b',
      { layers: 30 },
      'blocks.softmaxAttention',
      'Layers with attention or another mixer add up to 32; the model has 30 layers.',
    ],
    [
      'llama-2-7b',
      { 'blocks.denseFf': 33 },
      'blocks.denseFf',
      'Dense and expert feed-forward layers add up to 33; the model has 32 layers.',
    ],
    ['llama-2-7b', { dFf: null }, 'dFf', 'is needed for the dense layers'],
    ['llama-2-7b', { 'attention.kvHeads': 64 }, 'attention.kvHeads', '64 key heads are more than 32 query heads.'],
    ['llama-2-7b', { activeParams: 8e9 }, 'activeParams', '8 B are active of 6.74 B.'],
    ['deepseek-v3', { 'moe.nActive': 300 }, 'moe.nActive', '300 of 256 experts cannot be active.'],
    ['paper/GPT_4', { activeExperts: 20 }, 'activeExperts', '20 of 16 experts cannot be active.'],
    ['paper/GPT_4', { groupSize: 200 }, 'groupSize', 'A group has 200 query heads, the layer 96.'],
  ])('%s with %j cannot be', (id, changes, path, message) => {
    const entry = Object.entries(changes).reduce((own, [at, value]) => withValueAt(own, at, value), models[id]!)
    expect(modelFindings(entry)).toContainEqual({ severity: 'error', path, message })
  })

  it('is not of the size it says is told so', () => {
    const entry = withValueAt(models['llama-2-7b']!, 'totalParams', 8e9)
    expect(modelFindings(entry)).toEqual([
      {
        severity: 'warning',
        path: 'totalParams',
        message:
          'The shape comes to 6.74 B parameters, 15.8 % from the 8 B given; built-in models agree within 2.00 %.',
      },
    ])
  })
})
