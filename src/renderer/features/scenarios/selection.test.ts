import { expect, test } from 'vitest'
import { choose, chooseAll, NOTHING_CHOSEN, stillThere, type ChoiceMode, type Selection } from './selection.ts'

const IDS = [9, 4, 7, 1]
const after = (...steps: (readonly [number, ChoiceMode])[]): Selection =>
  steps.reduce((selection, [id, mode]) => choose(IDS, selection, id, mode), NOTHING_CHOSEN)
const chosen = (selection: Selection) => [...selection.chosen]

test.each<[string, (readonly [number, ChoiceMode])[], number[]]>([
  [
    'one alone',
    [
      [4, 'alone'],
      [7, 'alone'],
    ],
    [7],
  ],
  [
    'one more',
    [
      [4, 'alone'],
      [1, 'toggle'],
    ],
    [4, 1],
  ],
  [
    'one less',
    [
      [4, 'alone'],
      [1, 'toggle'],
      [4, 'toggle'],
    ],
    [1],
  ],
  [
    'a range down',
    [
      [4, 'alone'],
      [1, 'range'],
    ],
    [4, 7, 1],
  ],
  [
    'a range up',
    [
      [1, 'alone'],
      [4, 'range'],
    ],
    [4, 7, 1],
  ],
  [
    'a range made smaller',
    [
      [9, 'alone'],
      [1, 'range'],
      [4, 'range'],
    ],
    [9, 4],
  ],
  ['a range from nowhere', [[7, 'range']], [7]],
  [
    'a range from the last one toggled',
    [
      [9, 'alone'],
      [7, 'toggle'],
      [1, 'range'],
    ],
    [7, 1],
  ],
])('%s', (_, steps, ids) => {
  expect(chosen(after(...steps))).toEqual(ids)
})

test('all, with the keyboard where it was', () => {
  expect(chooseAll(IDS, after([7, 'alone']))).toEqual({ chosen: new Set(IDS), active: 7, anchor: 7 })
  expect(chooseAll([], NOTHING_CHOSEN)).toEqual(NOTHING_CHOSEN)
})

test('what goes away is chosen no more, and the keyboard stays at its place', () => {
  const selection = after([4, 'alone'], [7, 'range'])
  expect(stillThere(IDS, [9, 4, 1], selection)).toEqual({ chosen: new Set([4]), active: 1, anchor: 4 })
  expect(stillThere(IDS, [9], selection)).toEqual({ chosen: new Set(), active: 9, anchor: 9 })
  expect(stillThere(IDS, [], selection)).toEqual(NOTHING_CHOSEN)
})
