import type { CollectiveFamily } from './collectives.ts'

/** One accelerator as the cost model sees it. SI units throughout (model-spec A2). */
export interface Accelerator {
  readonly name: string
  /** Peak dense FLOP/s by bits per weight, widths in ascending order. */
  readonly peaks: readonly PeakRate[]
  readonly hbmBytes: number
  readonly hbmBandwidthBytesPerSecond: number
  /** All-reduce bandwidth per device inside a node; Infinity = no limit. */
  readonly intraNodeBytesPerSecond: number
  /** All-reduce bandwidth per device between nodes. */
  readonly interNodeBytesPerSecond: number
  readonly nodeSize: number
  readonly kernelLaunchSeconds: number
  /** Share of the peak FLOP/s that is reached. */
  readonly arithmeticCap: number
  /** Share of the HBM bandwidth that is reached. */
  readonly memoryBandwidthCap: number
  readonly collectives: CollectiveFamily
  /** On the latencies of collectives (collectives.ts). */
  readonly latencyFactor?: number
}

export interface PeakRate {
  readonly bits: number
  readonly flopPerSecond: number
}

/**
 * Peak FLOP/s for weights of a width: the chip's own rate, else that of the next wider format it has.
 * @returns null where the chip has no format as wide.
 */
export function peakFlopPerSecond(accelerator: Accelerator, weightBytes: number): number | null {
  const bits = 8 * weightBytes
  return accelerator.peaks.find((peak) => peak.bits >= bits)?.flopPerSecond ?? null
}

/** HBM bytes per second that are reached: bandwidth x cap (A2). */
export const usableHbmBandwidth = (accelerator: Accelerator): number =>
  accelerator.hbmBandwidthBytesPerSecond * accelerator.memoryBandwidthCap
