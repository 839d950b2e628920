import { baselineOf, perturbations } from '../../shared/search/sensitivity/perturbations.ts'
import { curveOf, type Sensitivity } from '../../shared/search/sensitivity/sensitivity.ts'
import type { SearchSetup } from '../../shared/search/search.ts'
import type { Compute } from './compute.ts'

/** Computes what each input is worth, once for a setup. */
export type Sensitivities = (setup: SearchSetup, signal: AbortSignal) => Promise<Sensitivity>

/** Answers kept; one is a tenth of a megabyte. */
const MOST_KEPT = 32

/**
 * A dozen frontiers one after the other, so that searches a person waits for get their turns between them. The oldest asked for
 * is forgotten first; cancelled ones are not kept. They stay out of the memory of frontiers, which is for going back.
 */
export function createSensitivities(compute: Pick<Compute, 'frontier'>): Sensitivities {
  const kept = new Map<string, Sensitivity>()
  return async (setup, signal) => {
    const key = JSON.stringify(setup)
    const curve = async (searched: SearchSetup) => curveOf((await compute.frontier(searched, { signal })).points)
    const known = kept.get(key) ?? (await sensitivity(setup, curve))
    kept.delete(key)
    kept.set(key, known)
    if (kept.size > MOST_KEPT) kept.delete(kept.keys().next().value!)
    return known
  }
}

async function sensitivity(
  setup: SearchSetup,
  curve: (setup: SearchSetup) => Promise<Sensitivity['baseline']>,
): Promise<Sensitivity> {
  const baseline = await curve(baselineOf(setup))
  const moved: Sensitivity['moved'] = []
  for (const { id, format, setup: changed } of perturbations(setup))
    moved.push({ id, format, curve: await curve(changed) })
  return { baseline, moved }
}
