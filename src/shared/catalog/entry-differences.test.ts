import { expect, it } from 'vitest'
import { entryDifferences, originalSince } from './entry-differences.ts'

const entry = { name: 'A', price: { value: 1, kind: 'x' }, list: [1, 2] }

it('differences are told at the deepest place, lists as a whole', () => {
  const after = { name: 'A', price: { value: 2, kind: 'x' }, list: [1], more: null }
  expect(entryDifferences(entry, after)).toEqual([
    { path: 'price.value', before: 1, after: 2 },
    { path: 'list', before: [1, 2], after: [1] },
    { path: 'more', before: undefined, after: null },
  ])
  expect(originalSince(entry, structuredClone(entry))).toEqual({ kind: 'same' })
  expect(originalSince(entry, undefined)).toEqual({ kind: 'removed' })
  expect(originalSince(entry, after)).toMatchObject({ kind: 'changed', differences: { length: 3 } })
})
