import type { FrontierResult } from '../search/frontier-result.ts'
import type { LeastChange } from '../search/least-change.ts'
import { amount, duration, threeSignificant } from './format.ts'

const onGpus = (gpus: number): string => `fits on ${amount(gpus)} ${gpus === 1 ? 'GPU' : 'GPUs'}`

/** What to do, as a button says it. */
export function leastChangeInWords(change: LeastChange): string {
  switch (change.kind) {
    case 'most-gpus':
      return `Raise the limit to ${amount(change.gpus)} ${change.gpus === 1 ? 'GPU' : 'GPUs'}`
    case 'pipeline':
      return `Allow pipeline stages: ${onGpus(change.gpus)}`
    case 'weight-format':
      return `Weights in ${change.format}: ${onGpus(change.gpus)}`
    case 'weight-bits':
      return `Weights of ${change.bits} bits`
    case 'least-speed':
      return `Lower the least speed to ${threeSignificant(change.tokensPerSecond)} tokens/s`
    case 'first-token':
      return `Raise the time to the first token to ${duration(change.seconds)}`
    case 'demand-cap':
      return `Raise the demand cap to ${threeSignificant(change.tokensPerSecond)} tokens/s`
    default:
      return change satisfies never
  }
}

/** Why there is no point and what would give one, for paper and command line; null where there are points. */
export function nothingFitsInWords({ nothingFits, leastChanges }: FrontierResult): string | null {
  if (nothingFits === null || leastChanges.length === 0) return nothingFits
  return `${nothingFits} What would do: ${leastChanges.map(leastChangeInWords).join('; ')}.`
}
