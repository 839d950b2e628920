import { expect, it } from 'vitest'
import { passOf, secondsOf } from '../../../../test/standard-pass.ts'
import { memorySeconds } from './memory.ts'
import { STANDARD_RULES } from './standard-setup.ts'

const dense = 80 * (2 * 8192 * 8192 + 2 * 1024 * 8192 + 3 * 8192 * 28672)
const head = 128256 * 8192 * 2
const activations = 20 * 8192 * 80

it('reads weights, cache and activations at 0.77 of the bandwidth', () => {
  const seconds = secondsOf(memorySeconds, passOf('llama-3.3-70b', 'h200-sxm', {}, 1, { format: 'fp8' }))
  expect(seconds).toBeCloseTo((dense + head + activations) / (0.77 * 4.8e12), 9)
})

it('reads an emulated 4-bit format more slowly', () => {
  const seconds = secondsOf(memorySeconds, passOf('llama-3.3-70b', 'h200-sxm', {}, 1, { format: 'nvfp4' }))
  expect(seconds).toBeCloseTo(((dense * 0.5625) / 0.72 + head + activations) / (0.77 * 4.8e12), 9)
})

it('reads fewer experts where their choice is skewed', () => {
  const seconds = (routingSkew: number | null) =>
    secondsOf(memorySeconds, passOf('gpt-oss-120b', 'b200-sxm', {}, 16, { rules: { ...STANDARD_RULES, routingSkew } }))
  const saved = seconds(null) - seconds(1)
  const coverage = 1 - (1 - 4 / 128) ** 16
  const skewed = 1 - 1 / (1 - 16 * Math.log(1 - 4 / 128))
  expect(saved).toBeCloseTo((36 * 128 * (coverage - skewed) * 3 * 2880 * 2880 * 0.531) / (0.77 * 8e12), 9)
})
