import { weightBytesTotal } from '../../model/architecture.ts'
import { Decode } from '../../model/decode.ts'
import { roundedUp, type LeastChange } from '../least-change.ts'
import { narrowerBits } from './narrower-bits.ts'
import { paperSpace, type PaperSearchSetup } from './space.ts'

/** Tokens per second of the slowest setup there is: one sequence on the GPU count that serves it worst. */
function leastThroughput(setup: PaperSearchSetup): number {
  const { gpus, batches } = paperSpace(setup)
  const decode = new Decode(setup)
  return gpus.reduce(
    (least, count) => Math.min(least, batches[0]! / decode.latencySeconds(count, batches[0]!)),
    Infinity,
  )
}

/** Whether some GPU count holds the weights in so many bits. */
function holds(setup: PaperSearchSetup, bits: number): boolean {
  const { architecture, accelerator, precision, rules } = setup
  const bytes = weightBytesTotal(architecture, { ...precision, weightBytes: bits / 8 })
  return bytes / accelerator.hbmBytes < rules.gridLimit
}

/** Single changes after which something fits under the paper's rules. */
export function paperChanges(setup: PaperSearchSetup): LeastChange[] {
  if (setup.demandCapTokensPerSecond !== null) {
    const throughput = leastThroughput(setup)
    if (throughput > 0 && throughput < Infinity) return [{ kind: 'demand-cap', tokensPerSecond: roundedUp(throughput) }]
  }
  const bits = narrowerBits(setup)
  return bits !== null && holds(setup, bits) ? [{ kind: 'weight-bits', bits }] : []
}
