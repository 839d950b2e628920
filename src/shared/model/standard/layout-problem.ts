import type { Architecture } from '../architecture.ts'
import { fullestRank, replicaMemory } from './replica-memory.ts'
import { hasRoutedExperts } from './routed-experts.ts'
import { replicaPlan, type ReplicaLayout, type StandardSetup } from './standard-setup.ts'

const divides = (part: number, whole: number): boolean => whole % part === 0

/** Why heads and dense layers cannot be divided over tensor ranks; experts depend on their own degree too. */
export function tensorProblem(
  { attention, linear, feedForward }: Architecture,
  { tensor }: Pick<ReplicaLayout, 'tensor'>,
): string | null {
  for (const { queryHeads, kvHeads, mla } of attention) {
    if (!divides(tensor, queryHeads)) return `Tensor degree ${tensor} does not divide the ${queryHeads} query heads.`
    if (mla === null && !divides(tensor, kvHeads) && !divides(kvHeads, tensor))
      return `Tensor degree ${tensor} neither divides the ${kvHeads} KV heads nor is a multiple of them.`
  }
  for (const { valueHeads, keyHeads } of linear)
    if (!divides(tensor, valueHeads) || (!divides(tensor, keyHeads) && !divides(keyHeads, tensor)))
      return `Tensor degree ${tensor} does not divide the ${valueHeads} heads of the linear mixers.`
  const uneven = feedForward.find((group) => !hasRoutedExperts(group) && !divides(tensor, group.dFf))
  return uneven === undefined ? null : `Tensor degree ${tensor} does not divide the feed-forward width ${uneven.dFf}.`
}

function expertProblem(architecture: Architecture, { tensor, data, expert }: ReplicaLayout): string | null {
  const groups = architecture.feedForward.filter(hasRoutedExperts)
  if (groups.length === 0 && expert === 1) return null
  if (groups.length === 0) return `Expert degree ${expert} needs routed experts; ${architecture.name} has none.`
  if (!divides(expert, tensor * data))
    return `Expert degree ${expert} does not divide the replica's ${tensor * data} GPUs.`
  const uneven = groups.find((group) => !divides(expert, group.experts))
  if (uneven !== undefined) return `Expert degree ${expert} does not divide the ${uneven.experts} experts.`
  const slices = (tensor * data) / expert
  const uncut = groups.find((group) => !divides(slices, group.dFf))
  return uncut === undefined
    ? null
    : `Each expert is divided over ${slices} GPUs, which do not divide its width of ${uncut.dFf}.`
}

const pipelineProblem = ({ layers }: Architecture, { pipeline }: ReplicaLayout): string | null =>
  divides(pipeline, layers) ? null : `${pipeline} pipeline stages do not divide the ${layers} layers.`

/** Why the model cannot be divided like this, in words; null where heads, experts and layers divide. */
export const divisionProblem = (architecture: Architecture, layout: ReplicaLayout): string | null =>
  tensorProblem(architecture, layout) ?? expertProblem(architecture, layout) ?? pipelineProblem(architecture, layout)

const gigabytes = (bytes: number): string => (bytes / 1e9).toFixed(1)

/** Why a layout cannot be, in words, or null where it can: all divides, and memory holds weights and KV cache. */
export function layoutProblem(setup: StandardSetup, layout: ReplicaLayout, batch: number): string | null {
  const { architecture, chip } = setup
  const problem = divisionProblem(architecture, layout)
  if (problem !== null) return problem
  const { weights, cachePerSequence } = replicaMemory(replicaPlan(setup, layout))
  const cache = cachePerSequence * fullestRank(batch, layout)
  if (weights + cache <= chip.usableHbmBytes) return null
  return `Each GPU would hold ${gigabytes(weights)} GB of weights and ${gigabytes(cache)} GB of KV cache; ${chip.name} has ${gigabytes(chip.usableHbmBytes)} GB.`
}
