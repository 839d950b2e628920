import type { LeastChange } from '../search/least-change.ts'
import type { Series } from './scenario.ts'

/** The fields of a series that a change sets. */
export function leastChangePatch({ limits }: Pick<Series, 'limits'>, change: LeastChange): Partial<Series> {
  switch (change.kind) {
    case 'most-gpus':
      return { limits: { ...limits, maxGpus: change.gpus } }
    case 'pipeline':
      return { pipeline: true }
    case 'weight-format':
      return { weightFormat: change.format }
    case 'weight-bits':
      return { weightBits: change.bits }
    case 'least-speed':
      return { limits: { ...limits, minTokensPerSecond: change.tokensPerSecond } }
    case 'first-token':
      return { limits: { ...limits, maxTtftSeconds: change.seconds } }
    case 'demand-cap':
      return { demandCapTokensPerSecond: change.tokensPerSecond }
    default:
      return change satisfies never
  }
}
