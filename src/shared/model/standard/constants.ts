import type { Generation } from './chip.ts'

/** Constants of the standard rules that measurement can move; seconds and shares. */
export interface StandardConstants {
  /** Time of one kernel, `k`. */
  readonly kernelSeconds: Readonly<Record<Generation, number>>
  /** Least time of one all-to-all, `t_a`. */
  readonly allToAllFloorSeconds: number
  /** Share of a link's one-way bandwidth that an all-to-all reaches. */
  readonly allToAllShare: number
  /** Least time of an all-reduce on AMD, in place of `a0`. */
  readonly amdAllReduceFloorSeconds: number
  /** On every latency of collectives, to see what it is worth. */
  readonly networkLatencyFactor: number
  /** Share of the usual memory rate at which weights in an emulated 4-bit format are read. */
  readonly emulatedShare: number
}

export const CONSTANT_SETS = ['calibrated', 'physics'] as const
export type ConstantSet = (typeof CONSTANT_SETS)[number]

/**
 * "physics": textbook figures, nothing fitted. "calibrated": fitted once to 191 measured decode times of several models and
 * accelerators (docs/validation.md), with the 5-95 % ranges k 4.4-5.9 us, t_a 15-51 us, share 0.29-0.39, AMD 14-19 us,
 * emulated 0.69-0.80.
 */
export const STANDARD_CONSTANTS: Readonly<Record<ConstantSet, StandardConstants>> = {
  physics: {
    kernelSeconds: { ampere: 4.5e-6, hopper: 4.5e-6, cdna: 4.5e-6, blackwell: 4.5e-6 },
    allToAllFloorSeconds: 15e-6,
    allToAllShare: 0.4,
    amdAllReduceFloorSeconds: 15e-6,
    networkLatencyFactor: 1,
    emulatedShare: 0.75,
  },
  calibrated: {
    kernelSeconds: { ampere: 5.3e-6, hopper: 5.3e-6, cdna: 5.3e-6, blackwell: 4.7e-6 },
    allToAllFloorSeconds: 28e-6,
    allToAllShare: 0.37,
    amdAllReduceFloorSeconds: 16e-6,
    networkLatencyFactor: 1,
    emulatedShare: 0.72,
  },
}

/** Shares of the peaks that are reached, the same in both sets (kernel tables: memory 0.71-0.86). */
export const MEMORY_SHARE = 0.77
export const ARITHMETIC_SHARE = 0.65
export const ATTENTION_SHARE = 0.5
export const PREFILL_SHARE = 0.42
