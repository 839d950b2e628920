import { expect, it } from 'vitest'
import { InputError } from '../scenario/input-error.ts'
import { atLine, csvTable } from './csv-table.ts'

it('reads numbers, quotes and gaps', () => {
  expect(csvTable('\uFEFFmodel,tp,note\r\n"A, ""B""\nC",8,\r\n\r\nD,1.5e2,fp8\n')).toEqual({
    rows: [
      { model: 'A, "B"\nC', tp: 8 },
      { model: 'D', tp: 150, note: 'fp8' },
    ],
    lines: [2, 5],
  })
  expect(csvTable('')).toEqual({ rows: [], lines: [] })
})

it.each([
  ['a\n1,2', 'line 2: has 2 cells; expected 1, as the header has'],
  ['a\n"1', 'line 2: a quoted field does not end'],
])('refuses %j', (text, words) => expect(() => csvTable(text)).toThrow(words))

it.each([
  ['[1].tp', 'line 5, column tp: is 0'],
  ['[0]', 'line 2: is 0'],
  ['', 'is 0'],
])('tells %j by line and column', (path, words) =>
  expect(atLine(new InputError(path, 'is 0'), [2, 5]).message).toBe(words),
)
