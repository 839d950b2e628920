import { expect, it } from 'vitest'
import type { Band } from './band.ts'
import { costBand, shareReaching, speedBand, widthShares } from './read-band.ts'

const column = (...values: number[]) => Float64Array.from(values)

const band: Band = {
  atSpeed: {
    tokensPerSecond: column(100, 50, 25),
    low: column(8, 2, 1),
    median: column(Infinity, 4, 1.5),
    high: column(Infinity, 8, 2),
    reached: column(0.3, 1, 1),
  },
  atCost: {
    usdPerMillionTokens: column(16, 4, 1),
    low: column(60, 30, 0),
    median: column(80, 50, 0),
    high: column(100, 70, 25),
  },
  shares: [
    { id: 'kernelTime', share: column(0.1, 0.2, 0.3) },
    { id: 'usdPerGpuHour', share: column(0.7, 0.6, 0.5) },
  ],
  samples: 10,
  seed: 1,
}

it.each([
  [50, { low: 2, median: 4, high: 8 }],
  [25 * Math.SQRT2, { low: Math.SQRT2, median: Math.sqrt(6), high: 4 }],
  [100, { low: 8, median: Infinity, high: Infinity }],
  [10, { low: 1, median: 1.5, high: 2 }],
])('reads the cost at %d tokens/s', (speed, expected) => {
  const read = costBand(band, speed)!
  for (const end of ['low', 'median', 'high'] as const)
    if (expected[end] < Infinity) expect(read[end]).toBeCloseTo(expected[end], 10)
    else expect(read[end]).toBe(Infinity)
})

it.each([
  [4, { low: 30, median: 50, high: 70 }],
  [8, { low: 30 * Math.SQRT2, median: Math.sqrt(4000), high: Math.sqrt(7000) }],
  [100, { low: 60, median: 80, high: 100 }],
  [1, { low: 0, median: 0, high: 25 }],
])('reads the speed at %d USD', (cost, expected) => {
  const read = speedBand(band, cost)!
  for (const end of ['low', 'median', 'high'] as const) expect(read[end]).toBeCloseTo(expected[end], 10)
})

it('is that of the fastest speed for a line that is a little faster', () => {
  expect(costBand(band, 102)).toEqual(costBand(band, 100))
})

it('has nothing where not even the best samples get', () => {
  expect(costBand(band, 104)).toBeNull()
  expect(speedBand(band, 0.9)).toBeNull()
  const none = column()
  const empty: Band = {
    ...band,
    atSpeed: { tokensPerSecond: none, low: none, median: none, high: none, reached: none },
    atCost: { usdPerMillionTokens: none, low: none, median: none, high: none },
    shares: [],
  }
  expect([costBand(empty, 5), speedBand(empty, 5), widthShares(empty, 5), shareReaching(empty, 5)]).toEqual([
    null,
    null,
    [],
    0,
  ])
})

it('gives shares by the nearest speed, the greatest first', () => {
  expect(widthShares(band, 40).map(({ label, share }) => [label, share])).toEqual([
    ['Price', 0.6],
    ['Kernel time', 0.2],
  ])
  expect(shareReaching(band, 90)).toBe(0.3)
})
