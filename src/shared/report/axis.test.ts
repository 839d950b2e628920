import { describe, expect, it } from 'vitest'
import { axisTicks, placeOf, valueAt, type AxisRange, type AxisScale } from './axis.ts'

describe('axisTicks', () => {
  it.each<[AxisRange, AxisScale, 2 | 10, number[]]>([
    [[8, 256], 'log', 2, [8, 16, 32, 64, 128, 256]],
    [[0.05, 200], 'log', 10, [0.1, 1, 10, 100]],
    [[0.3, 3], 'log', 10, [0.5, 1, 2]],
    [[1e-9, 1e9], 'log', 10, [1e-9, 1e-6, 1e-3, 1, 1e3, 1e6, 1e9]],
    [[60, 70], 'log', 2, [60, 62, 64, 66, 68, 70]],
    [[0, 250], 'linear', 2, [0, 50, 100, 150, 200, 250]],
    [[0.21, 0.24], 'linear', 10, [0.21, 0.215, 0.22, 0.225, 0.23, 0.235, 0.24]],
  ])('of %j, %s, base %i', (range, scale, base, ticks) => {
    expect(axisTicks(range, scale, base)).toEqual(ticks)
  })
})

it.each(['log', 'linear'] as const)('places and values are inverse (%s)', (scale) => {
  const range = [2, 50] as const
  expect([placeOf(2, range, scale), placeOf(50, range, scale)]).toEqual([0, 1])
  for (const place of [-0.5, 0, 0.3, 1]) expect(placeOf(valueAt(place, range, scale), range, scale)).toBeCloseTo(place)
})
