import type { Architecture } from '../architecture.ts'
import { residentBytes } from './resident-bytes.ts'
import { hasRoutedExperts } from './routed-experts.ts'
import type { ReplicaLayout, StandardSetup } from './standard-setup.ts'

const divides = (part: number, whole: number): boolean => whole % part === 0

function expertProblem(architecture: Architecture, { tensor, data, expert }: ReplicaLayout): string | null {
  const groups = architecture.feedForward.filter(hasRoutedExperts)
  if (expert === 1) return null
  if (groups.length === 0) return `Expert degree ${expert} needs routed experts; ${architecture.name} has none.`
  if (!divides(expert, tensor * data))
    return `Expert degree ${expert} does not divide the replica's ${tensor * data} GPUs.`
  const uneven = groups.find((group) => !divides(expert, group.experts))
  return uneven === undefined ? null : `Expert degree ${expert} does not divide the ${uneven.experts} experts.`
}

/** Why a layout cannot be, in words, or null where it can: heads and experts divide, and memory holds weights and KV cache. */
export function layoutProblem(setup: StandardSetup, layout: ReplicaLayout, batch: number): string | null {
  const { architecture, chip } = setup
  const uneven = architecture.attention.find((group) => !divides(layout.tensor, group.queryHeads))
  if (uneven !== undefined)
    return `Tensor degree ${layout.tensor} does not divide the ${uneven.queryHeads} query heads.`
  const experts = expertProblem(architecture, layout)
  if (experts !== null) return experts
  const { weights, cache } = residentBytes(setup, layout, batch)
  if (weights + cache <= chip.hbmBytes) return null
  const gigabytes = (bytes: number) => (bytes / 1e9).toFixed(1)
  return `Each GPU would hold ${gigabytes(weights)} GB of weights and ${gigabytes(cache)} GB of KV cache; ${chip.name} has ${gigabytes(chip.hbmBytes)} GB.`
}
