import { expect, it } from 'vitest'
import { csvRows } from './csv-rows.ts'

it('reads numbers, quotes and gaps', () => {
  expect(csvRows('\uFEFFmodel,tp,note\r\n"A, ""B""\nC",8,\r\n\r\nD,1.5e2,fp8\n')).toEqual([
    { model: 'A, "B"\nC', tp: 8 },
    { model: 'D', tp: 150, note: 'fp8' },
  ])
  expect(csvRows('')).toEqual([])
})

it.each([
  ['a\n1,2', '[0]: has 2 cells; expected 1, as the header has'],
  ['a\n"1', 'ends inside a quoted field'],
])('refuses %j', (text, words) => expect(() => csvRows(text)).toThrow(words))
