import type { FrontierCurve } from '../sensitivity/frontier-curve.ts'
import type { Staircase } from '../staircase.ts'

/** GPU-seconds per token in USD per million tokens. */
const usdPerMillion = (gpuSeconds: number, usdPerGpuHour: number): number => (1e6 * gpuSeconds * usdPerGpuHour) / 3600

/** A frontier as speeds and costs. */
export const curveOfStairs = ({ latencySeconds, cost }: Staircase, usdPerGpuHour: number): FrontierCurve => ({
  tokensPerSecond: latencySeconds.map((seconds) => 1 / seconds),
  usdPerMillionTokens: cost.map((gpuSeconds) => usdPerMillion(gpuSeconds, usdPerGpuHour)),
})
