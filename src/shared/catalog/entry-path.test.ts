import { expect, it } from 'vitest'
import { numberAt, valueAt, withValueAt } from './entry-path.ts'

const entry = { name: 'A', price: { value: 1, kind: 'x' }, list: [1, 2] }

it('a path reads and writes one field, and leaves the entry it was given', () => {
  expect([valueAt(entry, 'price.value'), valueAt(entry, 'price.no.such'), valueAt(entry, 'toString')]).toEqual([
    1,
    undefined,
    undefined,
  ])
  expect(numberAt(entry, 'name')).toBeNull()
  expect(withValueAt(entry, 'price.value', 3)).toEqual({ ...entry, price: { value: 3, kind: 'x' } })
  expect(withValueAt(entry, 'price.value', undefined).price).toEqual({ kind: 'x' })
  expect(withValueAt(entry, 'new.place', 1)).toEqual({ ...entry, new: { place: 1 } })
  expect(withValueAt(entry, 'list.1', 5).list).toEqual([1, 5])
  expect(withValueAt(entry, 'list.0', undefined).list).toEqual([2])
  expect(entry).toEqual({ name: 'A', price: { value: 1, kind: 'x' }, list: [1, 2] })
})
