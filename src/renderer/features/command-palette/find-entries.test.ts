import { expect, test } from 'vitest'
import { findEntries } from './find-entries.ts'

const entry = (group: string, label: string) => ({ id: label, group, label, run: () => {} })

const ENTRIES = [
  entry('Commands', 'Save to the library'),
  entry('Commands', 'Unhide every series'),
  entry('Commands', 'Hide the library'),
  entry('Series', 'Hide H100'),
  entry('Series', 'Edit H100'),
]

const labels = (asked: string) =>
  findEntries(ENTRIES, asked).map(({ label, entries }) => [label, ...entries.map((each) => each.label)])

test.each([
  [
    '',
    [
      ['Commands', 'Save to the library', 'Unhide every series', 'Hide the library'],
      ['Series', 'Hide H100', 'Edit H100'],
    ],
  ],
  [
    'hide',
    [
      ['Commands', 'Hide the library', 'Unhide every series'],
      ['Series', 'Hide H100'],
    ],
  ],
  ['H100 edit', [['Series', 'Edit H100']]],
  [
    '  series   hide ',
    [
      ['Commands', 'Unhide every series'],
      ['Series', 'Hide H100'],
    ],
  ],
  ['nothing like it', []],
])('asked for "%s"', (asked, expected) => {
  expect(labels(asked)).toEqual(expected)
})
