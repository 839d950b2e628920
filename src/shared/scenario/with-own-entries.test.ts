import { expect, it } from 'vitest'
import { BUILT_IN_CATALOG } from '../catalog/builtin.ts'
import { newScenario, seriesOf } from './scenario.ts'
import { withOwnEntries } from './with-own-entries.ts'

const accelerator = BUILT_IN_CATALOG.accelerators['h100-sxm']!
const model = BUILT_IN_CATALOG.models['llama-2-7b']!
const own = {
  accelerators: { 'user/mine': accelerator, 'user/other': accelerator },
  models: { 'user/draft': model, 'user/model': model, 'user/unused': model },
}
const scenario = newScenario('Mine', [
  seriesOf({ name: 'a', model: 'user/model', accelerator: 'user/mine' }),
  seriesOf({
    name: 'b',
    model: 'llama-2-7b',
    accelerator: 'h100-sxm',
    speculative: { draft: 'user/draft', acceptance: 0.5 },
  }),
])

it('takes along the entries of one’s own that its series name, and no others', () => {
  const given = withOwnEntries(scenario, own)
  expect(Object.keys(given.accelerators)).toEqual(['user/mine'])
  expect(Object.keys(given.models).toSorted()).toEqual(['user/draft', 'user/model'])
  expect(given.series).toBe(scenario.series)
})

it('keeps what it brings along already', () => {
  const dearer = { ...accelerator, name: 'As it was sent' }
  const given = withOwnEntries({ ...scenario, accelerators: { 'user/mine': dearer } }, own)
  expect(given.accelerators['user/mine']).toBe(dearer)
})
