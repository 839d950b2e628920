import type { WeightFormat } from '../../model/standard/formats.ts'
import { narrowerFormat, withWeights } from '../../model/standard/narrower-format.ts'
import { bulkFormat } from '../../model/standard/prefill.ts'
import type { StandardSetup } from '../../model/standard/standard-setup.ts'
import { roundedDown, roundedUp, type LeastChange } from '../least-change.ts'
import { Serving } from './serving.ts'
import { replicaRows, type ServingLimits, type StandardSearchSetup } from './space.ts'

/** GPUs beyond which no more are looked for. */
const MOST_GPUS = 1024

/** A layout with the one batch that is allowed if any is. */
interface Single {
  readonly gpus: number
  readonly tokensPerSecond: number
  readonly ttftSeconds: number
  readonly throughput: number
}

/** Every layout that is within memory and all limits with a single sequence. */
function fitting(setup: StandardSearchSetup): Single[] {
  return replicaRows(setup).flatMap((row) => {
    const serving = new Serving(setup, row)
    if (serving.mostSequences === 0) return []
    const seconds = serving.tokenSeconds(1)
    if (!serving.isAllowed(1, seconds)) return []
    return {
      gpus: Math.ceil(serving.replica.plan.gpus + serving.prefillGpus(1, seconds)),
      tokensPerSecond: 1 / seconds,
      ttftSeconds: serving.ttftSeconds(seconds),
      throughput: serving.throughput(1, seconds),
    }
  })
}

const least = (singles: readonly Single[], value: (single: Single) => number): number | null =>
  singles.length === 0 ? null : Math.min(...singles.map(value))

const fewestGpus = (setup: StandardSearchSetup): number | null => least(fitting(setup), ({ gpus }) => gpus)

const withLimits = (setup: StandardSearchSetup, limits: Partial<ServingLimits>): StandardSearchSetup => ({
  ...setup,
  limits: { ...setup.limits, ...limits },
})

function easedLimits(setup: StandardSearchSetup): LeastChange[] {
  const { limits, demandCapTokensPerSecond } = setup
  const changes: LeastChange[] = []
  if (limits.minTokensPerSecond !== null) {
    const slowest = least(fitting(withLimits(setup, { minTokensPerSecond: null })), (one) => -one.tokensPerSecond)
    if (slowest !== null) changes.push({ kind: 'least-speed', tokensPerSecond: roundedDown(-slowest) })
  }
  if (limits.maxTtftSeconds !== null) {
    const seconds = least(fitting(withLimits(setup, { maxTtftSeconds: null })), (one) => one.ttftSeconds)
    if (seconds !== null) changes.push({ kind: 'first-token', seconds: roundedUp(seconds) })
  }
  if (demandCapTokensPerSecond !== null) {
    const throughput = least(fitting({ ...setup, demandCapTokensPerSecond: null }), (one) => one.throughput)
    if (throughput !== null) changes.push({ kind: 'demand-cap', tokensPerSecond: roundedUp(throughput) })
  }
  return changes
}

/** The fewest GPUs that something fits on, looked for by doubling. */
function moreGpus(setup: StandardSearchSetup): LeastChange[] {
  for (let most = 2 * setup.limits.maxGpus; most > 0 && most <= MOST_GPUS; most *= 2) {
    const gpus = fewestGpus(withLimits(setup, { maxGpus: most }))
    if (gpus !== null) return [{ kind: 'most-gpus', gpus }]
  }
  return []
}

function stages(setup: StandardSearchSetup): LeastChange[] {
  if (setup.pipeline) return []
  const gpus = fewestGpus({ ...setup, pipeline: true })
  return gpus === null ? [] : [{ kind: 'pipeline', gpus }]
}

const narrowerOrUnpacked = (model: StandardSetup): WeightFormat | null =>
  narrowerFormat(model) ?? (bulkFormat(model).bytesPerWeight < 1 ? null : 'int4')

/** The widest narrower format that fits: those the chip computes in before those it unpacks. */
function narrowerWeights(setup: StandardSearchSetup): LeastChange[] {
  let { model } = setup
  for (let format = narrowerOrUnpacked(model); format !== null; format = narrowerOrUnpacked(model)) {
    model = { ...model, formats: withWeights(model, format) }
    const gpus = fewestGpus({ ...setup, model })
    if (gpus !== null) return [{ kind: 'weight-format', format, gpus }]
  }
  return []
}

/** Single changes after which something fits, those of a limit that stands in the way first. */
export const leastChanges = (setup: StandardSearchSetup): LeastChange[] => [
  ...easedLimits(setup),
  ...moreGpus(setup),
  ...stages(setup),
  ...narrowerWeights(setup),
]
