import { allReduceSeconds } from './all-reduce.ts'
import { allToAllSeconds } from './all-to-all.ts'
import { arithmeticSeconds } from './arithmetic.ts'
import { hostSeconds } from './host.ts'
import { kernelSeconds } from './kernels.ts'
import { memorySeconds } from './memory.ts'
import { pipelineSeconds } from './pipeline-hops.ts'
import { prefillSeconds } from './prefill.ts'
import {
  newLoad,
  replicaPlan,
  setLoad,
  type PerLoad,
  type ReplicaLayout,
  type ReplicaPlan,
  type StandardSetup,
} from './standard-setup.ts'

interface StandardTerm {
  readonly id: string
  readonly label: string
  readonly says: string
  readonly seconds: PerLoad
}

/**
 * The parts of a decode pass under the standard rules. They add up: on measured decode times the sum of memory and arithmetic
 * is nearer than the larger of them. A new term is one file and one line here.
 */
export const STANDARD_TERMS = [
  { id: 'memory', label: 'Memory', says: 'reading weights, KV cache and activations', seconds: memorySeconds },
  { id: 'arithmetic', label: 'Arithmetic', says: 'multiplying and adding', seconds: arithmeticSeconds },
  {
    id: 'kernels',
    label: 'Kernels',
    says: 'the time each kernel takes however little it does',
    seconds: kernelSeconds,
  },
  { id: 'allReduce', label: 'All-reduce', says: 'summing over tensor-parallel ranks', seconds: allReduceSeconds },
  { id: 'allToAll', label: 'All-to-all', says: 'sending tokens to their experts and back', seconds: allToAllSeconds },
  { id: 'pipeline', label: 'Pipeline hops', says: 'handing tokens on to the next stage', seconds: pipelineSeconds },
  { id: 'host', label: 'Host', says: 'what the engine does between passes', seconds: hostSeconds },
  { id: 'prefill', label: 'Prefill', says: 'prompts worked on by the same GPUs', seconds: prefillSeconds },
] as const satisfies readonly StandardTerm[]

export type StandardTermId = (typeof STANDARD_TERMS)[number]['id']
export type StandardSeconds = Readonly<Record<StandardTermId, number>>

/** Time of the decode passes of one replica, by batch. */
export class StandardPass {
  /** Seconds by term, in the order of STANDARD_TERMS, of the batch last asked for. */
  readonly terms = new Float64Array(STANDARD_TERMS.length)
  readonly plan: ReplicaPlan
  private readonly load = newLoad()
  private readonly parts: readonly (readonly [place: number, seconds: ReturnType<PerLoad>])[]

  constructor(plan: ReplicaPlan) {
    this.plan = plan
    this.parts = STANDARD_TERMS.flatMap(({ id, seconds }, place) =>
      plan.rules.without.includes(id) ? [] : [[place, seconds(plan)] as const],
    )
  }

  /** Seconds of a pass: the sum of all terms. @param batch sequences decoding in the replica */
  seconds(batch: number): number {
    setLoad(this.load, this.plan, batch)
    let sum = 0
    for (const [place, part] of this.parts) {
      const seconds = part(this.load)
      this.terms[place] = seconds
      sum += seconds
    }
    return sum
  }
}

/** Seconds of one plain decode pass by term. @param batch sequences decoding in the replica */
export function standardPass(setup: StandardSetup, layout: ReplicaLayout, batch: number): StandardSeconds {
  const pass = new StandardPass(replicaPlan(setup, layout))
  pass.seconds(batch)
  return Object.fromEntries(STANDARD_TERMS.map(({ id }, place) => [id, pass.terms[place]!])) as StandardSeconds
}

/** Seconds per token of one user: the sum of all terms. */
export const standardLatencySeconds = (seconds: StandardSeconds): number =>
  STANDARD_TERMS.reduce((sum, { id }) => sum + seconds[id], 0)
