import { expect, it } from 'vitest'
import { axisIn, inUnit, type Unit } from './quantities.ts'

it.each<[number, Unit, string, string]>([
  [3.35e12, 'bytes/s', '3.35 TB/s', '3.35 TB/s'],
  [8e6, 'bytes', '8.00 MB', '8 MB'],
  [512, 'bytes', '512 B', '512 B'],
  [405.9e9, 'parameters', '406B', '406B'],
  [1e12, 'parameters', '1.00T', '1T'],
  [989e12, 'FLOP/s', '989 TFLOP/s', '989 TFLOP/s'],
  [700, 'watts', '700 W', '700 W'],
  [60, 'tokens/s', '60.0 tokens/s', '60'],
  [2.1, 'USD per million tokens', '$2.10 /M', '$2.1'],
  [31.5e-6, 'seconds', '31.5 µs', '31.5 µs'],
  [0.07, 'share', '7.00 %', '7 %'],
  [-0.524, 'exponent', '−0.524', '−0.524'],
  [470, 'sequences', '470 sequences', '470'],
  [1.36, 'times', '1.36×', '1.36×'],
])('writes %d %s', (value, unit, reading, tick) => {
  expect(inUnit(value, unit)).toBe(reading)
  expect(axisIn(unit, '', '').tick(value)).toBe(tick)
})
