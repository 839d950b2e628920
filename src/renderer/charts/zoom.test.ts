import { describe, expect, it } from 'vitest'
import { boxed, panned, zoomed } from './zoom.ts'

const limit = [1, 10_000] as const

describe('zoom', () => {
  it('comes nearer about a place that stays', () => {
    const [least, most] = zoomed([10, 1000], 'log', 2, 0.5, limit)
    expect(least).toBeCloseTo(100 / Math.sqrt(10))
    expect(most).toBeCloseTo(100 * Math.sqrt(10))
    expect(zoomed([0, 100], 'linear', 4, 0, [0, 100])).toEqual([0, 25])
  })

  it('goes out no further than the limit', () => {
    expect(zoomed([10, 1000], 'log', 1e-3, 0.5, limit).map((value) => Number(value.toPrecision(9)))).toEqual([
      1, 10_000,
    ])
  })

  it('never comes so near that nothing is left', () => {
    const [least, most] = zoomed([10, 1000], 'log', 1e12, 0.5, limit)
    expect(most / least).toBeGreaterThan(1.0001)
  })

  it('moves, and stops at the limit with its width', () => {
    expect(panned([0, 10], 'linear', 0.5, [0, 100])).toEqual([5, 15])
    expect(panned([85, 95], 'linear', 2, [0, 100])).toEqual([90, 100])
    expect(panned([0, 10], 'linear', -1, [0, 100])).toEqual([0, 10])
  })

  it('takes a box drawn in either direction', () => {
    expect(boxed([0, 100], 'linear', 0.6, 0.2, [0, 100])).toEqual([20, 60])
  })

  it('keeps a log axis above 0', () => {
    expect(zoomed([1, 100], 'log', 0.5, 0.5, [0, 100])[0]).toBeCloseTo(1)
  })
})
