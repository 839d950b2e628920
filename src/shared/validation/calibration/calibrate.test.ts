import { describe, expect, it } from 'vitest'
import { BUILT_IN_CATALOG } from '../../catalog/builtin.ts'
import { STANDARD_CONSTANTS, type StandardConstants } from '../../model/standard/constants.ts'
import { InputError } from '../../scenario/input-error.ts'
import type { MeasuredDecode } from '../measured-decode.ts'
import { predictDecode } from '../predict-decode.ts'
import { SHIPPED_MEASUREMENTS } from '../shipped-rows.ts'
import { calibrate } from './calibrate.ts'
import type { Calibration } from './calibration.ts'
import { FITTED_CONSTANTS, type FittedConstantId } from './fitted-constants.ts'

const SHIPPED = SHIPPED_MEASUREMENTS.decode!
const KERNELS = ['kernel-hopper', 'kernel-blackwell', 'kernel-ampere'] as const
const USUAL = [
  'kernel-hopper',
  'kernel-blackwell',
  'kernel-ampere',
  'kernel-cdna',
  'all-to-all-floor',
  'all-to-all-share',
] as const

function fit(rows: readonly MeasuredDecode[], ids: readonly FittedConstantId[]): Calibration {
  const run = calibrate(rows, BUILT_IN_CATALOG, ids)
  for (;;) {
    const step = run.next()
    if (step.done) return step.value
  }
}

/** Numbers from 0 to 1 that only look random (Park and Miller 1988). */
function dice(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 48_271) % 2_147_483_647
    return state / 2_147_483_647
  }
}

/** Rows as the model itself would have measured them with other constants, `noise` apart, every tenth by a factor of 2. */
function madeUp(constants: StandardConstants, noise: number, outliers: boolean): MeasuredDecode[] {
  const roll = dice(7)
  return SHIPPED.flatMap((row, at) => {
    const predicted = predictDecode(row, BUILT_IN_CATALOG, constants)
    if ('why' in predicted) return []
    const error = Math.exp(noise * (roll() + roll() + roll() - 1.5) * 2) * (outliers && at % 10 === 3 ? 2 : 1)
    return [{ ...row, tpotMs: 1e3 * predicted.seconds * error }]
  })
}

const TRUE: StandardConstants = {
  ...STANDARD_CONSTANTS.calibrated,
  kernelSeconds: { hopper: 8e-6, blackwell: 3e-6, ampere: 6.5e-6, cdna: 5.3e-6 },
  allToAllShare: 0.25,
}
const valueOf = (of: Calibration, id: FittedConstantId) => of.constants.find((one) => one.id === id)!
const truth = (id: FittedConstantId) => FITTED_CONSTANTS.find((one) => one.id === id)!.valueOf(TRUE)

describe('rows that the model made itself', () => {
  it('give their constants back exactly where there is no noise', () => {
    const found = fit(madeUp(TRUE, 0, false), [...KERNELS, 'all-to-all-share'])
    for (const id of [...KERNELS, 'all-to-all-share'] as const)
      expect(valueOf(found, id).value / truth(id)).toBeCloseTo(1, 3)
    expect(found.fitted.meanAbsoluteError).toBeLessThan(1e-3)
    expect(found.calibrated.meanAbsoluteError).toBeGreaterThan(0.1)
  })

  it('give them back through noise and one row in ten that is off by a factor of two', () => {
    const found = fit(madeUp(TRUE, 0.08, true), KERNELS)
    for (const id of KERNELS) {
      const { value, interval } = valueOf(found, id)
      expect(Math.abs(Math.log(value / truth(id)))).toBeLessThan(0.12)
      expect(interval![0]).toBeLessThan(truth(id))
      expect(interval![1]).toBeGreaterThan(truth(id))
    }
    expect(found.fitted.medianAbsoluteError).toBeLessThan(0.7 * found.calibrated.medianAbsoluteError)
  })
})

it('the rows that ship give about the constants that ship, each within the other’s range', () => {
  const found = fit(SHIPPED, USUAL)
  for (const id of [
    'kernel-hopper',
    'kernel-blackwell',
    'kernel-ampere',
    'all-to-all-floor',
    'all-to-all-share',
  ] as const) {
    const { interval, calibrated } = valueOf(found, id)
    expect(interval![0]).toBeLessThan(calibrated)
    expect(interval![1]).toBeGreaterThan(calibrated)
  }
  expect(valueOf(found, 'kernel-hopper').value).toBeGreaterThan(4.4e-6)
  expect(valueOf(found, 'kernel-hopper').value).toBeLessThan(5.9e-6)
  expect(found.fitted.meanAbsoluteError).toBeLessThanOrEqual(found.calibrated.meanAbsoluteError)
  expect(found).toMatchObject({ rows: 191, attempted: 201, groupedBy: 'source' })
})

it('is the same twice, and does not depend on the order of the rows but for its last digits', () => {
  const [a, b] = [fit(SHIPPED, KERNELS), fit(SHIPPED, KERNELS)]
  expect(a).toEqual(b)
  const turned = fit(SHIPPED.toReversed(), KERNELS)
  for (const id of KERNELS) expect(valueOf(turned, id).value / valueOf(a, id).value).toBeCloseTo(1, 4)
})

it('fits one constant to all rows of a generation, never one to a row', () => {
  const { values } = fit(SHIPPED, ['kernel-hopper'])
  expect(values).toEqual({
    ...STANDARD_CONSTANTS.calibrated,
    kernelSeconds: { ...STANDARD_CONSTANTS.calibrated.kernelSeconds, hopper: values.kernelSeconds.hopper },
  })
})

const hopper = SHIPPED.filter(({ hardware }) => /H200/.test(hardware))

it('leaves what the rows say nothing of as it is, and says so', () => {
  const found = fit(hopper, ['kernel-hopper', 'kernel-cdna', 'emulated-share'])
  expect(valueOf(found, 'kernel-cdna')).toMatchObject({
    value: STANDARD_CONSTANTS.calibrated.kernelSeconds.cdna,
    interval: null,
    note: 'left as it is: moves none of these rows',
  })
  expect(valueOf(found, 'kernel-hopper').interval).not.toBeNull()
})

it('gives no interval to a constant that one source alone tells of, however well it fits', () => {
  const found = fit(SHIPPED, ['kernel-hopper', 'kernel-cdna'])
  const { interval, note, value } = valueOf(found, 'kernel-cdna')
  expect(interval).toBeNull()
  expect(note).toMatch(/^no interval: 1 of the \d+ groups of rows tell of it, 3 are needed$/)
  expect(value).not.toBe(STANDARD_CONSTANTS.calibrated.kernelSeconds.cdna)
  expect(valueOf(found, 'kernel-hopper')).toMatchObject({ note: null })
})

it('leaves one of two constants that the rows cannot tell apart', () => {
  const amd = SHIPPED.filter(({ hardware }) => /MI300X/.test(hardware))
  const found = fit(amd, ['kernel-cdna', 'amd-all-reduce-floor'])
  expect(valueOf(found, 'amd-all-reduce-floor').note).toBe(
    'left as it is: moves these rows much as “Time of a kernel, CDNA” does, which is fitted',
  )
})

it.each([
  ['no constant', hopper, [], /constants: is empty/],
  ['too few rows', hopper.slice(0, 5), ['kernel-hopper'], /rows: has 5 that can be predicted; 8 are needed/],
  [
    'too few for two',
    hopper.slice(0, 9),
    ['kernel-hopper', 'network-latency'],
    /has 9 .*; 10 are needed for 2 constants/,
  ],
  ['rows of other chips only', hopper, ['kernel-cdna'], /determine none of the chosen constants/],
] as const)('%s is refused', (_, rows, ids, message) => {
  expect(() => fit(rows, ids)).toThrow(InputError)
  expect(() => fit(rows, ids)).toThrow(message)
})

it('says where a constant ran to the end of what is possible', () => {
  const slow = hopper.map((row) => ({ ...row, tpotMs: 50 * row.tpotMs }))
  expect(valueOf(fit(slow, ['kernel-hopper']), 'kernel-hopper')).toMatchObject({
    value: expect.closeTo(50e-6, 9),
    note: expect.stringMatching(/^at the end of what is possible/),
  })
})
