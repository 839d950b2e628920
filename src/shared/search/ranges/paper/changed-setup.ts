import type { PaperSearchSetup } from '../../paper/space.ts'
import { sampledValues, timeFactorOf } from '../sampled-values.ts'
import type { Draw, Uncertainty } from '../uncertainty.ts'

/** What one sample changes of a setup: factors on the seconds of each part of a pass, and two values. */
export interface Changed {
  readonly kernelTime: number
  readonly networkLatency: number
  readonly networkBandwidth: number
  readonly memory: number
  readonly arithmetic: number
  /** null without drafts. */
  readonly acceptance: number | null
  readonly usdPerGpuHour: number
}

/** The paper's layouts are of no kind that was measured, with their real-valued GPU counts: one error for all. */
export function changedBy(setup: PaperSearchSetup, uncertainty: Uncertainty, draw: Draw): Changed {
  const {
    kernelTime = 1,
    networkLatency = 1,
    memoryBandwidth = 1,
    arithmetic = 1,
    acceptance = setup.speculative?.acceptance ?? null,
    usdPerGpuHour = setup.usdPerGpuHour,
  } = sampledValues(uncertainty, draw)
  const slower = timeFactorOf(uncertainty, 'unmeasured', draw)
  return {
    kernelTime: slower * kernelTime,
    networkLatency: slower * networkLatency,
    networkBandwidth: slower,
    memory: slower / memoryBandwidth,
    arithmetic: slower / arithmetic,
    acceptance: setup.speculative === null ? null : acceptance,
    usdPerGpuHour,
  }
}

/** The setup with an accelerator whose every figure is as much better or worse. */
export function changedSetup(setup: PaperSearchSetup, changed: Changed): PaperSearchSetup {
  const { accelerator, speculative } = setup
  return {
    ...setup,
    usdPerGpuHour: changed.usdPerGpuHour,
    accelerator: {
      ...accelerator,
      kernelLaunchSeconds: changed.kernelTime * accelerator.kernelLaunchSeconds,
      latencyFactor: changed.networkLatency * (accelerator.latencyFactor ?? 1),
      intraNodeBytesPerSecond: accelerator.intraNodeBytesPerSecond / changed.networkBandwidth,
      interNodeBytesPerSecond: accelerator.interNodeBytesPerSecond / changed.networkBandwidth,
      memoryBandwidthCap: accelerator.memoryBandwidthCap / changed.memory,
      arithmeticCap: accelerator.arithmeticCap / changed.arithmetic,
    },
    speculative:
      speculative === null || changed.acceptance === null
        ? speculative
        : { ...speculative, acceptance: changed.acceptance },
  }
}
