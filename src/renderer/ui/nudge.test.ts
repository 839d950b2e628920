import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nudged, SLIDER_STEPS, sliderPlace, sliderValue } from './nudge.ts'

describe('a nudge', () => {
  it.each([
    [1500, 1, false, 1600],
    [1500, -1, false, 1400],
    [1550, 1, false, 1600],
    [1000, -1, false, 900],
    [1500, 1, true, 2000],
    [8, 1, false, 9],
    [8, -1, false, 7],
    [1, -1, false, 0],
    [12, 1, false, 13],
    [0.8, 1, false, 0.81],
    [2.95, -1, false, 2.9],
    [0, 1, false, 1],
    [1e6, 1, false, 1.1e6],
  ] as const)('of %d by %d (large: %s) is %d', (value, direction, large, next) => {
    expect(nudged(value, direction, large)).toBe(next)
  })

  it('always moves, the way it is meant to', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-6, max: 1e9, noNaN: true }), fc.boolean(), (value, large) => {
        expect(nudged(value, 1, large)).toBeGreaterThan(value)
        expect(nudged(value, -1, large)).toBeLessThan(value)
      }),
    )
  })
})

describe('a slider', () => {
  it('goes from end to end, evenly in the logarithm where values are above 0', () => {
    const context = { least: 100, most: 1e6 }
    expect(sliderValue(context, 0)).toBe(100)
    expect(sliderValue(context, SLIDER_STEPS)).toBe(1e6)
    expect(sliderValue(context, SLIDER_STEPS / 2)).toBe(10_000)
    expect(sliderValue({ least: 0, most: 1 }, SLIDER_STEPS / 4)).toBe(0.25)
    expect(sliderValue({ least: 1, most: 64, isWhole: true }, SLIDER_STEPS / 4)).toBe(3)
  })

  it('stays where it was put, to its two digits', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: SLIDER_STEPS }), (place) => {
        const range = { least: 0.1, most: 20 }
        const value = sliderValue(range, place)
        expect(Math.abs(sliderPlace(range, value) - place)).toBeLessThanOrEqual(4)
      }),
    )
  })

  it('shows what lies outside at its end', () => {
    expect(sliderPlace({ least: 1, most: 10 }, 0)).toBe(0)
    expect(sliderPlace({ least: 1, most: 10 }, 99)).toBe(SLIDER_STEPS)
  })
})
