import { expect, test } from 'vitest'
import { sqliteBinding } from './sqlite-binding.ts'

test('the environment may name another binding in development only', () => {
  const env = { PARETOSCOPE_SQLITE_BINDING: '/elsewhere.node' }
  expect(sqliteBinding(false, env)).toBe('/elsewhere.node')
  expect(sqliteBinding(false, {})).toBeUndefined()
  expect(sqliteBinding(true, env)).toBeUndefined()
})
