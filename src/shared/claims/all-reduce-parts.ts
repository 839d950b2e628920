import { toAccelerator, toChip } from '../catalog/accelerator-entry.ts'
import type { Catalog } from '../catalog/builtin.ts'
import { addCollective, BANDWIDTH, LATENCY } from '../model/collectives.ts'
import { logSpace } from '../model/log-space.ts'
import type { RulesId } from '../model/rules.ts'
import { allReduceConstants } from '../model/standard/all-reduce-constants.ts'
import { allReduceSecondsOf } from '../model/standard/all-reduce.ts'
import { STANDARD_CONSTANTS } from '../model/standard/constants.ts'
import { InputError } from '../scenario/input-error.ts'
import { acceleratorOf } from './claim-entries.ts'

/** Messages that are drawn: from a kilobyte to a gigabyte. */
const LEAST_BYTES = 2 ** 10
const MOST_BYTES = 2 ** 30
const STEPS = 241

/** Bytes of the messages that are looked at. */
export const MESSAGES: readonly number[] = [...logSpace(LEAST_BYTES, MOST_BYTES, STEPS)]

interface Parts {
  /** What a message of one byte takes too. */
  readonly latencySeconds: number
  /** What grows with the message. */
  readonly bandwidthSeconds: number
}

/** An all-reduce within one scale-up domain, or over whole nodes, taken apart. */
export type AllReduce = (bytes: number) => Parts

function paperAllReduce(catalog: Catalog, id: string, gpus: number): AllReduce {
  const links = toAccelerator(acceleratorOf(catalog, id))
  return (bytes) => {
    const seconds = new Float64Array(2)
    addCollective(seconds, links, 'all-reduce', gpus, Math.ceil(gpus / links.nodeSize), bytes, 1)
    return { latencySeconds: seconds[LATENCY]!, bandwidthSeconds: seconds[BANDWIDTH]! }
  }
}

/** vLLM's kernels, as fitted to measurements; what grows is all beyond the time of an empty message. */
function standardAllReduce(catalog: Catalog, id: string, gpus: number): AllReduce {
  const chip = toChip(acceleratorOf(catalog, id))
  if (chip === null || gpus > chip.domainSize)
    throw new InputError(
      'gpus',
      `is ${gpus}; the standard rules know all-reduces within a scale-up domain only${chip === null ? '' : `, of ${chip.domainSize} here`}`,
    )
  const { amdAllReduceFloorSeconds } = STANDARD_CONSTANTS.calibrated
  const constants = allReduceConstants('vllm', chip.generation, amdAllReduceFloorSeconds, 'engine')
  const seconds = (bytes: number) => allReduceSecondsOf(constants, gpus, bytes, chip.scaleUpBytesPerSecond)
  return (bytes) => ({ latencySeconds: seconds(0), bandwidthSeconds: seconds(bytes) - seconds(0) })
}

/** The all-reduce of a rule set. @throws InputError where it has no constants for so many GPUs */
export const allReduceOf = (rules: RulesId, catalog: Catalog, accelerator: string, gpus: number): AllReduce =>
  (rules === 'paper' ? paperAllReduce : standardAllReduce)(catalog, accelerator, gpus)

const outweighs = ({ latencySeconds, bandwidthSeconds }: Parts): boolean => bandwidthSeconds >= latencySeconds

/** The size between two, of which only the larger one's bandwidth outweighs its latency, where the two are equal. */
function crossingBetween(allReduce: AllReduce, below: number, above: number): number {
  let [low, high] = [below, above]
  for (let i = 0; i < 60; i++) {
    const middle = Math.sqrt(low * high)
    if (outweighs(allReduce(middle))) high = middle
    else low = middle
  }
  return high
}

/** Sizes beyond which bandwidth outweighs latency, smallest first: several where one protocol takes over from another. */
export function crossings(allReduce: AllReduce): number[] {
  return MESSAGES.slice(1).flatMap((size, i) =>
    outweighs(allReduce(size)) && !outweighs(allReduce(MESSAGES[i]!))
      ? [crossingBetween(allReduce, MESSAGES[i]!, size)]
      : [],
  )
}
