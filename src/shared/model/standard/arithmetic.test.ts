import { expect, it } from 'vitest'
import { passOf, secondsOf } from '../../../../test/standard-pass.ts'
import { arithmeticSeconds, peakAt } from './arithmetic.ts'

it('takes the next wider format where the chip lacks one', () => {
  const { chip } = passOf('llama-3.3-70b', 'h100-sxm')
  expect([peakAt(chip, 4), peakAt(chip, 8), peakAt(chip, 16)]).toEqual([1979e12, 1979e12, 989.4e12])
  expect(() => peakAt(chip, 64)).toThrow('H100')
})

it('works at 0.65 of the peak, the head at 16 bits', () => {
  const dense = 80 * (2 * 8192 * 8192 + 2 * 1024 * 8192 + 3 * 8192 * 28672)
  const seconds = secondsOf(arithmeticSeconds, passOf('llama-3.3-70b', 'h100-sxm', {}, 10, { format: 'fp8' }))
  expect(seconds).toBeCloseTo((20 * dense) / (0.65 * 1979e12) + (20 * 128256 * 8192) / (0.65 * 989.4e12), 12)
})

it('adds attention over the cache only where it takes longer than its reads', () => {
  const extra = (model: string) => {
    const at = (contextTokens: number) =>
      secondsOf(arithmeticSeconds, passOf(model, 'h100-sxm', {}, 8, { format: 'fp8', contextTokens }))
    return at(4000) - at(0)
  }
  expect(extra('llama-3.3-70b')).toBe(0)
  // 128 heads share one latent.
  expect(extra('deepseek-r1')).toBeGreaterThan(0)
})
