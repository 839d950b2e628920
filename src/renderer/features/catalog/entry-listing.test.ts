import { expect, test } from 'vitest'
import { ALL, keptRows, nextOrder, orderedRows, ownFirst, withCompared, type TableOrder } from './entry-listing.ts'

interface Row {
  readonly id: string
  readonly maker: string
  readonly size: number | null
}

const ROWS: readonly Row[] = [
  { id: 'b', maker: 'X', size: 2 },
  { id: 'a', maker: 'Y', size: null },
  { id: 'd', maker: 'X', size: 1 },
  { id: 'c', maker: 'Y', size: 3 },
  { id: 'e', maker: 'X', size: 4 },
]

const ids = (rows: readonly Row[]) => rows.map(({ id }) => id).join('')

test.each([
  [true, 'ecbda'],
  [false, 'dbcea'],
])('numbers sort with descending %s to %s: what is not known stays last', (descending, expected) => {
  expect(ids(orderedRows(ROWS, ({ size }) => size, descending))).toBe(expected)
})

test('words sort as words', () => {
  expect(ids(orderedRows(ROWS, ({ id }) => id, false))).toBe('abcde')
})

test('a column orders one way, the other way, and not at all; another one begins anew', () => {
  const size = { id: 'size', numeric: true }
  const orders: TableOrder[] = [null]
  for (let click = 0; click < 3; click++) orders.push(nextOrder(orders.at(-1)!, size))
  expect(orders.slice(1)).toEqual([{ column: 'size', descending: true }, { column: 'size', descending: false }, null])
  expect(nextOrder(orders[1]!, { id: 'name', numeric: false })).toEqual({ column: 'name', descending: false })
})

test.each([
  [ALL, '', 'badce'],
  ['2', '', 'bce'],
  ['2', ' x B ', 'b'],
  [ALL, 'y', 'ac'],
  [ALL, 'nothing', ''],
])('the choice %s and the words %j keep %s', (choice, text, kept) => {
  const filters = [
    {
      id: 'least',
      label: 'From',
      choices: () => [],
      keeps: ({ size }: Row, least: string) => (size ?? 0) >= Number(least),
    },
  ]
  expect(
    ids(
      keptRows(
        ROWS,
        filters,
        () => choice,
        ({ id, maker }) => `${id} ${maker}`,
        text,
      ),
    ),
  ).toBe(kept)
})

test('four at most are compared, in the order they were chosen', () => {
  const four = ['c', 'a', 'b', 'd', 'e'].reduce<readonly string[]>((now, id) => withCompared(now, id, true), [])
  expect(four).toEqual(['c', 'a', 'b', 'd'])
  expect(withCompared(four, 'a', false)).toEqual(['c', 'b', 'd'])
  expect(withCompared(four, 'c', true)).toEqual(['a', 'b', 'd', 'c'])
})

test('the person’s own come first', () => {
  const rows = [{ origin: 'paper' }, { origin: 'built-in' }, { origin: 'user' }]
  expect(ownFirst(rows).map(({ origin }) => origin)).toEqual(['user', 'built-in', 'paper'])
})
