import { expect, it } from 'vitest'
import { passOf, secondsOf } from '../../../../test/standard-pass.ts'
import { memorySeconds } from './memory.ts'

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
