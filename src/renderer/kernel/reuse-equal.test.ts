import { describe, expect, it } from 'vitest'
import { reuseEqual } from './reuse-equal.ts'

describe('reuseEqual', () => {
  const shared = {}
  const before = [
    { key: 'a', value: shared },
    { key: 'b', value: shared },
  ]

  it('keeps the objects of items that are equal, in the new order', () => {
    const after = reuseEqual(before, [
      { key: 'b', value: shared },
      { key: 'a', value: shared },
    ])
    expect(after[0]).toBe(before[1])
    expect(after[1]).toBe(before[0])
  })

  it('takes the new object where a field differs', () => {
    const changed = { key: 'a', value: {} }
    expect(reuseEqual(before, [changed])[0]).toBe(changed)
  })
})
