import { expect, test } from 'vitest'
import { wantedScenarios } from './wanted-scenarios.ts'

const LISTED = [
  { id: 1, name: 'Which GPU?' },
  { id: 2, name: 'Twice' },
  { id: 7, name: 'Twice' },
  { id: 8, name: '1' },
]

test.each<[asked: string[], ids: number[]]>([
  [['Which GPU?'], [1]],
  [
    ['7', '2'],
    [7, 2],
  ],
  [['Which GPU?', 'Which GPU?'], [1]],
  // A name is what a person gave; an id only what we count by.
  [['1'], [8]],
])('%j: %j', (asked, ids) => expect(wantedScenarios(LISTED, asked).map(({ id }) => id)).toEqual(ids))

test.each([
  ['Twice', '"Twice": 2 scenarios have this name; say which by its id: 2, 7'],
  ['gpu', '"gpu": is neither name nor id of a scenario in the library; did you mean "Which GPU?" (1)?'],
  ['99', '"99": is neither name nor id of a scenario in the library; library list shows them'],
])('%j is refused', (word, says) => expect(() => wantedScenarios(LISTED, [word])).toThrow(says))
