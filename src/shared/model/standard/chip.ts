import type { PeakRate } from '../accelerator.ts'

/** Families of GPUs with like kernel and all-reduce times. V100 and other vendors' chips take the nearest, unvalidated. */
export type Generation = 'ampere' | 'hopper' | 'blackwell' | 'cdna'

/** One accelerator as the standard rules see it. SI units. */
export interface Chip {
  readonly name: string
  readonly generation: Generation
  readonly isNvidia: boolean
  /** Peak dense FLOP/s by bits, widths in ascending order. */
  readonly peaks: readonly PeakRate[]
  readonly hasFp8: boolean
  readonly hasFp4: boolean
  readonly hbmBytes: number
  /** What programs find free of it, where known; else all. */
  readonly usableHbmBytes: number
  readonly hbmBytesPerSecond: number
  /** One way, per device, inside the scale-up domain. */
  readonly scaleUpBytesPerSecond: number
  readonly scaleOutBytesPerSecond: number
  /** Devices that share the scale-up links. */
  readonly domainSize: number
  /** Its domain is the host's PCIe, which no constant of the rules was fitted to. */
  readonly isPcie: boolean
  /** On every latency of collectives, beside that of the constants: 1, unless the chip is one that is thought up. */
  readonly networkLatencyFactor: number
}
