import { expect, it } from 'vitest'
import { parseNumberList } from './number-list.ts'

it.each([
  ['50, 20,20', [20, 50]],
  ['1K 2k;0.5', [0.5, 1000, 2000]],
  ['', []],
  ['20, fast', 'numbers above 0, with commas between'],
  ['0', 'numbers above 0, with commas between'],
  ['1,2,3,4', 'at most 3 numbers'],
])('"%s" is %j', (text, expected) => {
  expect(parseNumberList(text, 3)).toEqual(expected)
})
