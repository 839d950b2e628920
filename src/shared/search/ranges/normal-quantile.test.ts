import { expect, it } from 'vitest'
import { normalQuantile } from './normal-quantile.ts'

it.each([
  [0.5, 0],
  [0.95, 1.6448536],
  [0.975, 1.959964],
  [0.84134475, 1],
  [1e-6, -4.7534243],
  [1e-12, -7.0344838],
])('%d is exceeded from %d standard deviations on', (probability, deviations) => {
  expect(normalQuantile(probability)).toBeCloseTo(deviations, 5)
})

it('is odd about one half and rises', () => {
  let last = -Infinity
  for (let p = 0.001; p < 1; p += 0.001) {
    expect(normalQuantile(p)).toBeGreaterThan(last)
    expect(normalQuantile(1 - p)).toBeCloseTo(-normalQuantile(p), 6)
    last = normalQuantile(p)
  }
})
