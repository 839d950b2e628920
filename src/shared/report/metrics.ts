import type { FrontierPoints } from '../search/frontier-points.ts'
import { percent, threeSignificant, usd } from './format.ts'

/** What the vertical axis can show; each is read from the frontier's columns. */
export const METRICS = [
  { id: 'cost', label: '$ / M tokens', title: 'Cost against speed', axis: 'USD per million output tokens' },
  {
    id: 'tokens-per-dollar',
    label: 'tokens / $',
    title: 'Tokens per dollar against speed',
    axis: 'output tokens per USD',
  },
  { id: 'mfu', label: 'MFU', title: 'Utilisation against speed', axis: 'model FLOP/s utilisation' },
] as const

export type MetricId = (typeof METRICS)[number]['id']

/** The metric's value of the point at `index`. */
export function metricValue(points: FrontierPoints, metric: MetricId, index: number): number {
  if (metric === 'mfu') return points.mfu[index]!
  const cost = points.usdPerMillionTokens[index]!
  return metric === 'cost' ? cost : 1e6 / cost
}

/** The metric's value with its unit, as a reading. */
export function formatMetric(metric: MetricId, value: number): string {
  if (metric === 'mfu') return percent(value)
  return metric === 'cost' ? usd(value) : `${threeSignificant(value / 1e6)} M`
}
