import { expect, it } from 'vitest'
import { userEntryId } from './user-entry-id.ts'

it.each([
  ['H100 at my price', 'user/h100-at-my-price'],
  ['h100-sxm', 'user/h100-sxm'],
  ['paper/H100', 'user/paper-h100'],
  ['../../etc', 'user/etc'],
  ['模型', 'user/entry'],
  ['Größe', 'user/gro-e'],
  ['taken', 'user/taken-3'],
  ['x'.repeat(500), `user/${'x'.repeat(60)}`],
])('%j gets the id %s', (name, id) => {
  expect(userEntryId(name, (other) => ['user/taken', 'user/taken-2'].includes(other))).toBe(id)
})
