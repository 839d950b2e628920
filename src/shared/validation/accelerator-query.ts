import { standardGap, toChip, type AcceleratorEntry } from '../catalog/accelerator-entry.ts'
import type { ErrorQuery } from './error-class.ts'

/**
 * What the error class needs to know of a catalog entry. The generation is that whose constants were measured on such a chip;
 * null for chips of other vendors and for NVIDIA's before 2020, which only borrow the nearest (model/standard/chip.ts).
 * @param id the entry's catalog id
 * @param tensor tensor-parallel degree
 */
export function acceleratorQuery(
  id: string,
  entry: AcceleratorEntry,
  tensor: number,
): Pick<ErrorQuery, 'acceleratorId' | 'generation' | 'tensorAcrossDomains'> {
  const chip = toChip(entry)
  if (chip === null || !('year' in entry)) return { acceleratorId: id, generation: null, tensorAcrossDomains: false }
  const hasConstants = standardGap(entry) === null && (!chip.isNvidia || entry.year >= 2020)
  return {
    acceleratorId: id,
    generation: hasConstants ? chip.generation : null,
    tensorAcrossDomains: tensor > (chip.isPcie ? 1 : chip.domainSize),
  }
}
