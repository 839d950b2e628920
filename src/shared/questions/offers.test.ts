import { describe, expect, it } from 'vitest'
import type { ObservedSet } from '../observed/observed-set.ts'
import { SHIPPED_OBSERVED_SETS } from '../observed/shipped-sets.ts'
import { offersOf } from './offers.ts'

const set = (fields: Partial<ObservedSet>): ObservedSet => ({ ...SHIPPED_OBSERVED_SETS.at(-1)!, ...fields })
const point = (name: string, usdPerMillionTokens: number | null, note = '') => ({
  name,
  tokensPerSecond: 10,
  usdPerMillionTokens,
  tokensPerSecondPerGpu: 5,
  note,
})

describe('offersOf', () => {
  it('finds the price of input in every offer that ships', () => {
    const offers = offersOf('gpt-oss-120b', SHIPPED_OBSERVED_SETS)
    expect(offers.length).toBeGreaterThan(30)
    expect(offers.filter(({ usdPerMillionInput }) => usdPerMillionInput === null)).toEqual([])
    expect(offers.map((offer) => offer.usdPerMillionOutput)).toEqual(
      offers.map((offer) => offer.usdPerMillionOutput).toSorted((a, b) => a - b),
    )
    expect(offers.every(({ date }) => date.startsWith('2026-04'))).toBe(true)
  })

  it('takes what is sold, not what was measured on an accelerator or has no price', () => {
    const points = [
      point('dear', 2),
      point('cheap', 1, 'input $0.05 per million tokens, a promotion'),
      point('free', null),
    ]
    const sets = [
      set({ model: 'm', accelerator: null, points }),
      set({ model: 'm', accelerator: 'h100-sxm', points }),
      set({ model: 'other', accelerator: null, points }),
      set({ model: null, accelerator: null, points }),
    ]
    expect(offersOf('m', sets).map(({ provider, usdPerMillionInput }) => [provider, usdPerMillionInput])).toEqual([
      ['cheap', 0.05],
      ['dear', null],
    ])
  })
})
