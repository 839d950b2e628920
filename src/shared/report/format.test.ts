import { describe, expect, it } from 'vitest'
import {
  amount,
  gigabytes,
  grouped,
  listed,
  milliseconds,
  percent,
  plainNumber,
  signedPercent,
  threeSignificant,
  usd,
  usdLabel,
} from './format.ts'

interface Case {
  readonly format: (value: number) => string
  readonly cases: readonly (readonly [value: number, text: string])[]
}

const FORMATS: Readonly<Record<string, Case>> = {
  threeSignificant: {
    format: threeSignificant,
    cases: [
      [0, '0'],
      [0.0652, '0.0652'],
      [0.37104, '0.371'],
      [2.1, '2.10'],
      [99.06, '99.1'],
      [999.4, '999'],
      [999.6, '1,000'],
      [1289, '1,290'],
      [10_790, '10,800'],
      [1_234_567, '1,230,000'],
      [-2.5, '−2.50'],
      [-10_790, '−10,800'],
      [0.000123456, '1.23e−4'],
      [Infinity, '–'],
      [NaN, '–'],
    ],
  },
  plainNumber: {
    format: plainNumber,
    cases: [
      [0, '0'],
      [0.5, '0.5'],
      [0.0005, '0.0005'],
      [8, '8'],
      [1024, '1,024'],
      [10_000, '10K'],
      [250_000, '250K'],
      [1_000_000, '1M'],
      [-5, '−5'],
      [-0.25, '−0.25'],
    ],
  },
  usdLabel: {
    format: usdLabel,
    cases: [
      [0.05, '$0.05'],
      [100, '$100'],
    ],
  },
  usd: {
    format: usd,
    cases: [
      [0.371, '$0.371'],
      [2.1, '$2.10'],
      [1780, '$1,780'],
      [-3, '−$3.00'],
    ],
  },
  milliseconds: {
    format: milliseconds,
    cases: [
      [0.01009, '10.1 ms'],
      [1.5e-6, '0.00150 ms'],
    ],
  },
  gigabytes: {
    format: gigabytes,
    cases: [
      [80e9, '80.0 GB'],
      [666_070_679_552, '666 GB'],
    ],
  },
  percent: {
    format: percent,
    cases: [
      [0.111, '11.1 %'],
      [1, '100 %'],
      [0.000553, '0.0553 %'],
    ],
  },
  signedPercent: {
    format: signedPercent,
    cases: [
      [0.456, '+46 %'],
      [-0.53, '−53 %'],
      [0, '0 %'],
      [0.001, '0 %'],
      [-0.001, '0 %'],
      [-0.997, '−99.9 %'],
      [2, '+200 %'],
      [10.2, '11.2×'],
    ],
  },
  amount: {
    format: amount,
    cases: [
      [8, '8'],
      [21_162, '21,162'],
      [6.8741, '6.87'],
    ],
  },
  grouped: {
    format: grouped,
    cases: [
      [399.6, '400'],
      [160_000, '160,000'],
      [-0.4, '0'],
      [-1200, '−1,200'],
    ],
  },
}

describe.each(Object.entries(FORMATS))('%s', (_, { format, cases }) => {
  it.each(cases)('%d is %s', (value, text) => {
    expect(format(value)).toBe(text)
  })
})

it.each([
  [[], ''],
  [['a'], 'a'],
  [['a', 'b'], 'a and b'],
  [['a', 'b', 'c'], 'a, b and c'],
])('lists %j as "%s"', (words, text) => {
  expect(listed(words)).toBe(text)
})
