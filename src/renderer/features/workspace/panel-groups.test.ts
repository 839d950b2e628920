import { expect, it } from 'vitest'
import { NEW_SERIES } from '../../../shared/scenario/scenario.ts'
import { panelGroups, type PanelGrouping } from './panel-groups.ts'

const names = {
  model: (id: string) => `the ${id}`,
  accelerator: (id: string) => id,
  nativeBits: () => ({ weight: 16 }),
}
const shown = [
  { key: 'a', series: { ...NEW_SERIES, name: 'A', model: 'm', accelerator: 'h100' } },
  { key: 'b', series: { ...NEW_SERIES, name: 'B', model: 'n', accelerator: 'h200', weightFormat: null } },
  {
    key: 'c',
    series: { ...NEW_SERIES, name: 'C', model: 'm', accelerator: 'h200', weightFormat: null, weightBits: 4 },
  },
]

it.each<[PanelGrouping, [string, string][]]>([
  [
    'series',
    [
      ['A', 'a'],
      ['B', 'b'],
      ['C', 'c'],
    ],
  ],
  [
    'model',
    [
      ['the m', 'ac'],
      ['the n', 'b'],
    ],
  ],
  [
    'accelerator',
    [
      ['h100', 'a'],
      ['h200', 'bc'],
    ],
  ],
  [
    'precision',
    [
      ['fp8', 'a'],
      ['16-bit weights', 'b'],
      ['4-bit weights', 'c'],
    ],
  ],
])('one panel per %s', (by, groups) => {
  expect(
    panelGroups(shown, by, names).map(({ name, members }) => [name, members.map(({ key }) => key).join('')]),
  ).toEqual(groups)
})
