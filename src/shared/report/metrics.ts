import type { FrontierPoints } from '../search/frontier-points.ts'

/** What the vertical axis can show; each is read from the frontier's columns. */
export const METRICS = [
  { id: 'cost', label: '$ / M tokens', axis: 'USD per million output tokens', goodIs: 'low' },
  { id: 'tokens-per-dollar', label: 'tokens / $', axis: 'tokens per USD', goodIs: 'high' },
  { id: 'mfu', label: 'MFU', axis: 'model FLOP/s utilisation', goodIs: 'high' },
] as const

export type MetricId = (typeof METRICS)[number]['id']

/** The metric's value of the point at `index`. */
export function metricValue(points: FrontierPoints, metric: MetricId, index: number): number {
  if (metric === 'mfu') return points.mfu[index]!
  const cost = points.usdPerMillionTokens[index]!
  return metric === 'cost' ? cost : 1e6 / cost
}
