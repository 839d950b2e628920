import { expect, test } from 'vitest'
import type { AcceleratorEntry } from '../catalog/accelerator-entry.ts'
import { BUILT_IN_CATALOG } from '../catalog/builtin.ts'
import { newScenario, seriesOf, type Scenario } from '../scenario/scenario.ts'
import { broughtAlong } from './brought-along.ts'

const series = seriesOf({ name: 'a', model: 'paper/Llama_3_70B', accelerator: 'paper/H100' })
const accelerator = BUILT_IN_CATALOG.accelerators['paper/H100']!
const model = BUILT_IN_CATALOG.models['paper/Llama_3_70B']!
const bringing = (entries: Partial<Pick<Scenario, 'accelerators' | 'models'>>) => ({
  ...newScenario('a', [series]),
  ...entries,
})

test.each<[what: string, scenario: Scenario, says: string[]]>([
  ['nothing', bringing({}), []],
  [
    'what the catalog has just so',
    bringing({ accelerators: { 'paper/H100': accelerator }, models: { 'paper/Llama_3_70B': model } }),
    [],
  ],
  [
    'another price',
    bringing({ accelerators: { 'paper/H100': { ...accelerator, usdPerHour: 9 } } }),
    ['H100: $9.00 /h in the file, $2.10 /h in your catalog'],
  ],
  [
    'other figures',
    bringing({
      accelerators: { 'paper/H100': { ...accelerator, groupSize: 16 } as unknown as AcceleratorEntry },
      models: { 'paper/Llama_3_70B': { ...model, layers: 1 } },
    }),
    ['H100: other figures than in your catalog', 'LLaMa 3 70B: other figures than in your catalog'],
  ],
  [
    'entries of its own',
    bringing({ accelerators: { x: accelerator }, models: { y: model } }),
    [
      'brings H100 along, which your catalog does not have',
      'brings LLaMa 3 70B along, which your catalog does not have',
    ],
  ],
])('a scenario that brings %s along', (_what, scenario, says) =>
  expect(broughtAlong(scenario, BUILT_IN_CATALOG)).toEqual(says),
)
