import { expect, it } from 'vitest'
import { passOf, secondsOf } from '../../../../test/standard-pass.ts'
import { allToAllSeconds, ranksReached } from './all-to-all.ts'

it('reaches as many ranks as eight choices do, or all where experts are not divided', () => {
  const group = passOf('deepseek-r1', 'h200-sxm').architecture.feedForward.at(-1)!
  expect(ranksReached(group, { data: 8, expert: 8 })).toBeCloseTo(8 * (1 - (7 / 8) ** 8) * (7 / 8), 12)
  expect(ranksReached(group, { data: 8, expert: 1 })).toBe(7)
})

it('is there only with data-parallel attention and experts', () => {
  expect(secondsOf(allToAllSeconds, passOf('deepseek-r1', 'h200-sxm', { tensor: 8, expert: 8 }, 64))).toBe(0)
  expect(secondsOf(allToAllSeconds, passOf('llama-3.3-70b', 'h200-sxm', { data: 8 }, 64))).toBe(0)
  const bytes = 3 * 7168 * 8 * 8 * (1 - (7 / 8) ** 8) * (7 / 8)
  expect(secondsOf(allToAllSeconds, passOf('deepseek-r1', 'h200-sxm', { data: 8, expert: 8 }, 64))).toBeCloseTo(
    58 * (2 * 28e-6 + bytes / (0.37 * 450e9)),
    12,
  )
})

it('sends what leaves the domain over the scale-out network', () => {
  const seconds = secondsOf(allToAllSeconds, passOf('deepseek-r1', 'h200-sxm', { data: 16, expert: 16 }, 16))
  const bytes = 3 * 7168 * 16 * (1 - (15 / 16) ** 8) * (15 / 16)
  const perByte = (7 / 15 / 450e9 + 8 / 15 / 50e9) / 0.37
  expect(seconds).toBeCloseTo(58 * (2 * 28e-6 + bytes * perByte), 12)
})
