import { expect, it } from 'vitest'
import { STANDARD_CONSTANTS } from '../model/standard/constants.ts'
import { constantsInWords } from './constants-in-words.ts'

const own = { 'own/x': { name: 'Our cluster', notes: 'Fitted to runs.csv.', values: STANDARD_CONSTANTS.calibrated } }

it('says which set, its values and where it is from; the app’s by their name', () => {
  expect(constantsInWords('physics', own)).toBe('physics')
  expect(constantsInWords('own/x', own)).toBe(
    '“Our cluster”, one’s own: kernels 5.30 µs (Hopper), 4.70 µs (Blackwell), 5.30 µs (Ampere), 5.30 µs (CDNA); all-to-all at least 28.0 µs, at 37.0 % of the links; all-reduce on AMD at least 16.0 µs; network latencies ×1.00; emulated 4-bit at 72.0 %. Fitted to runs.csv.',
  )
})
