import type { Generation } from '../../model/standard/chip.ts'
import type { StandardConstants } from '../../model/standard/constants.ts'

/** A constant of the standard rules that measurements can be fitted by: physical, and the same for every row. */
export interface FittedConstant {
  readonly id: FittedConstantId
  readonly label: string
  readonly unit: string
  /** What one of the unit is in SI. */
  readonly perUnit: number
  /** Beyond these it would be no such thing any more: times are above 0, shares below 1. */
  readonly least: number
  readonly most: number
  readonly valueOf: (constants: StandardConstants) => number
  readonly withValue: (constants: StandardConstants, value: number) => StandardConstants
}

export const FITTED_CONSTANT_IDS = [
  'kernel-hopper',
  'kernel-blackwell',
  'kernel-ampere',
  'kernel-cdna',
  'all-to-all-floor',
  'all-to-all-share',
  'amd-all-reduce-floor',
  'network-latency',
  'emulated-share',
] as const
export type FittedConstantId = (typeof FITTED_CONSTANT_IDS)[number]

const GENERATION_NAMES: Readonly<Record<Generation, string>> = {
  hopper: 'Hopper',
  blackwell: 'Blackwell',
  ampere: 'Ampere',
  cdna: 'CDNA',
}

const MICROSECONDS = { unit: 'µs', perUnit: 1e-6 } as const
const OF_ONE = { unit: 'of 1', perUnit: 1 } as const

const kernels = (generation: Generation): FittedConstant => ({
  id: `kernel-${generation}`,
  label: `Time of a kernel, ${GENERATION_NAMES[generation]}`,
  ...MICROSECONDS,
  least: 0.2e-6,
  most: 50e-6,
  valueOf: ({ kernelSeconds }) => kernelSeconds[generation],
  withValue: (constants, value) => ({
    ...constants,
    kernelSeconds: { ...constants.kernelSeconds, [generation]: value },
  }),
})

type Plain = Exclude<keyof StandardConstants, 'kernelSeconds'>

const plain = (
  id: FittedConstantId,
  field: Plain,
  label: string,
  facts: Pick<FittedConstant, 'unit' | 'perUnit' | 'least' | 'most'>,
): FittedConstant => ({
  id,
  label,
  ...facts,
  valueOf: (constants) => constants[field],
  withValue: (constants, value) => ({ ...constants, [field]: value }),
})

const FLOOR = { ...MICROSECONDS, least: 0.5e-6, most: 500e-6 } as const
const SHARE = { ...OF_ONE, least: 0.02, most: 0.99 } as const

/** The few that may be fitted, in the order in which the first of two that rows cannot tell apart is kept. */
export const FITTED_CONSTANTS: readonly FittedConstant[] = [
  kernels('hopper'),
  kernels('blackwell'),
  kernels('ampere'),
  kernels('cdna'),
  plain('all-to-all-floor', 'allToAllFloorSeconds', 'Least time of an all-to-all', FLOOR),
  plain('all-to-all-share', 'allToAllShare', 'Share of the links in an all-to-all', SHARE),
  plain('amd-all-reduce-floor', 'amdAllReduceFloorSeconds', 'Least time of an all-reduce on AMD', FLOOR),
  plain('network-latency', 'networkLatencyFactor', 'Factor on network latencies', {
    unit: '×',
    perUnit: 1,
    least: 0.05,
    most: 20,
  }),
  plain('emulated-share', 'emulatedShare', 'Memory rate of emulated 4-bit weights', SHARE),
]

/** What each of the constants has in common with measurements: its logarithm, so that no step can make it negative. */
export const logsOf = (chosen: readonly FittedConstant[], constants: StandardConstants): number[] =>
  chosen.map(({ valueOf }) => Math.log(valueOf(constants)))

export const withLogs = (
  chosen: readonly FittedConstant[],
  constants: StandardConstants,
  logs: readonly number[],
): StandardConstants => chosen.reduce((made, { withValue }, at) => withValue(made, Math.exp(logs[at]!)), constants)
