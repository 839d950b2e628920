import type { FrontierResult } from '../search/frontier-result.ts'
import type { AxisQuantity } from './axis.ts'
import { percent, plainNumber, threeSignificant, usd, usdLabel } from './format.ts'

/** What of a frontier's result metrics are made from. */
export type MetricSource = Pick<FrontierResult, 'points' | 'usdPerGpuHour' | 'wattsPerGpu'>

/** Watts drawn from the grid per watt of GPU (power usage effectiveness), unless the person gives another. */
export const USUAL_PUE = 1.2

/** What the vertical axis can show. */
export interface Metric extends AxisQuantity {
  readonly id: MetricId
  readonly title: string
  /** What is assumed, and what is counted. */
  readonly says: string
  readonly value: (source: MetricSource, index: number, pue: number) => number
  /** Why the metric cannot be told of a result, in words that follow a series' name; null where it can. */
  readonly missing: (source: MetricSource) => string | null
  /** What an observed point has of it; null where that cannot be told. */
  readonly observed: (point: ObservedFigures) => number | null
}

/** What is known of a deployment that was observed, not predicted. */
export interface ObservedFigures {
  readonly usdPerMillionTokens: number | null
  readonly tokensPerSecondPerGpu: number | null
}

export type MetricId = 'cost' | 'tokens-per-dollar' | 'throughput' | 'mfu' | 'instance' | 'energy'

const never = (): null => null

/** All GPU time of an output token, as it is paid for: prompts are in it where they are counted. */
export const gpuSecondsPerToken = ({ points, usdPerGpuHour }: MetricSource, index: number): number =>
  (points.usdPerMillionTokens[index]! * 3600) / (1e6 * usdPerGpuHour)

/** The metrics; chart, readout and table read the same rows. */
export const METRICS: readonly Metric[] = [
  {
    id: 'cost',
    label: '$ / M tokens',
    title: 'Cost against speed',
    name: 'USD per million output tokens',
    says: 'GPU time times its price; prompts are in it where they are counted',
    value: ({ points }, i) => points.usdPerMillionTokens[i]!,
    missing: never,
    observed: ({ usdPerMillionTokens }) => usdPerMillionTokens,
    tick: usdLabel,
    format: usd,
  },
  {
    id: 'tokens-per-dollar',
    label: 'tokens / $',
    title: 'Tokens per dollar against speed',
    name: 'output tokens per USD',
    says: 'a million over the cost of a million',
    value: ({ points }, i) => 1e6 / points.usdPerMillionTokens[i]!,
    missing: never,
    observed: ({ usdPerMillionTokens: cost }) => (cost === null ? null : 1e6 / cost),
    tick: plainNumber,
    format: (value) => `${threeSignificant(value / 1e6)} M`,
  },
  {
    id: 'throughput',
    label: 'tokens/s per GPU',
    title: 'Throughput of a GPU against speed',
    name: 'output tokens per second and GPU, all users together',
    says: 'one over the GPU time of a token; the time of prompts is in it where they are counted',
    value: (source, i) => 1 / gpuSecondsPerToken(source, i),
    missing: never,
    observed: ({ tokensPerSecondPerGpu }) => tokensPerSecondPerGpu,
    tick: plainNumber,
    format: (value) => `${threeSignificant(value)} tok/s`,
  },
  {
    id: 'mfu',
    label: 'MFU',
    title: 'Utilisation against speed',
    name: 'model FLOP/s utilisation',
    says: 'useful arithmetic over what the GPUs could do at their peak',
    value: ({ points }, i) => points.mfu[i]!,
    missing: never,
    observed: never,
    tick: (value) => `${plainNumber(value * 100)} %`,
    format: percent,
  },
  {
    id: 'instance',
    label: 'instance $ / h',
    title: 'Price of one instance against speed',
    name: 'USD per hour of one instance, all its GPUs',
    says: 'the least that has to be rented, full or not; GPUs for prompts are in it where they are counted',
    value: ({ points, usdPerGpuHour }, i) =>
      (points.gpus[i]! + (points.rules === 'standard' ? (points.prefill?.prefillGpus[i] ?? 0) : 0)) * usdPerGpuHour,
    missing: never,
    observed: never,
    tick: usdLabel,
    format: (value) => `${usd(value)} / h`,
  },
  {
    id: 'energy',
    label: 'J / token',
    title: 'Energy against speed',
    name: 'joules per output token, from rated power (TDP) and PUE',
    says: 'rated power (TDP) of all GPUs times the GPU time of a token times the PUE; measured power is mostly lower',
    value: (source, i, pue) => (source.wattsPerGpu ?? NaN) * gpuSecondsPerToken(source, i) * pue,
    missing: ({ wattsPerGpu }) => (wattsPerGpu === null ? 'no rated power (TDP) known of its accelerator' : null),
    observed: never,
    tick: (value) => `${plainNumber(value)} J`,
    format: (value) => `${threeSignificant(value)} J`,
  },
]

export const metricOf = (id: MetricId): Metric => METRICS.find((metric) => metric.id === id)!

/** What the vertical axis shows; the PUE is part of what energy means. */
export const metricAxis = (metric: Metric, pue: number): Metric =>
  metric.id === 'energy' ? { ...metric, name: `${metric.name} ${pue}` } : metric

/** What the horizontal axis can show of a speed. */
export interface SpeedAxis extends AxisQuantity {
  readonly id: 'tokens-per-second' | 'ms-per-token'
  /** A speed in the axis' unit, and the other way round: both are their own inverse. */
  readonly convert: (value: number) => number
}

export type SpeedAxisId = SpeedAxis['id']

export const SPEED_AXES: readonly SpeedAxis[] = [
  {
    id: 'tokens-per-second',
    label: 'tokens/s',
    name: 'tokens per second for one user',
    convert: (speed) => speed,
    tick: plainNumber,
    format: (value) => `${threeSignificant(value)} tokens/s`,
  },
  {
    id: 'ms-per-token',
    label: 'ms / token',
    name: 'milliseconds per token of one user',
    convert: (value) => 1000 / value,
    tick: plainNumber,
    format: (value) => `${threeSignificant(value)} ms per token`,
  },
]

export const speedAxisOf = (id: SpeedAxisId): SpeedAxis => SPEED_AXES.find((axis) => axis.id === id)!
