import { toChip } from '../src/shared/catalog/accelerator-entry.ts'
import { BUILT_IN_CATALOG } from '../src/shared/catalog/builtin.ts'
import { toArchitecture } from '../src/shared/catalog/model-architecture.ts'
import { nativeFormat } from '../src/shared/catalog/model-entry.ts'
import type { Chip } from '../src/shared/model/standard/chip.ts'
import { STANDARD_CONSTANTS } from '../src/shared/model/standard/constants.ts'
import { formatPlan, type KvFormat, type WeightFormat } from '../src/shared/model/standard/formats.ts'
import {
  newLoad,
  replicaPlan,
  setLoad,
  STANDARD_RULES,
  type Load,
  type PerLoad,
  type ReplicaLayout,
  type ReplicaPlan,
  type StandardSetup,
} from '../src/shared/model/standard/standard-setup.ts'

interface StandardFields extends Partial<Omit<StandardSetup, 'architecture' | 'chip' | 'formats'>> {
  readonly format?: WeightFormat
  readonly kvFormat?: KvFormat
}

export const ONE_GPU: ReplicaLayout = { tensor: 1, data: 1, expert: 1, pipeline: 1 }

export const catalogChip = (id: string): Chip => toChip(BUILT_IN_CATALOG.accelerators[id]!)!

/** A catalog model on a catalog accelerator under the standard rules; by default as released, calibrated, at context 0. */
export function standardSetup(model: string, accelerator: string, fields: StandardFields = {}): StandardSetup {
  const entry = BUILT_IN_CATALOG.models[model]!
  const { format = nativeFormat(entry), kvFormat = null, ...rest } = fields
  const architecture = toArchitecture(entry, 'standard')
  const chip = catalogChip(accelerator)
  return {
    architecture,
    chip,
    formats: formatPlan(architecture, chip, format, nativeFormat(entry), kvFormat),
    engine: 'vllm',
    constants: STANDARD_CONSTANTS.calibrated,
    rules: STANDARD_RULES,
    contextTokens: 0,
    prefill: null,
    ...rest,
  }
}

/** A replica with its load in one, so that a test can ask for either. @param layout degrees that are not 1 */
export function passOf(
  model: string,
  accelerator: string,
  layout: Partial<ReplicaLayout> = {},
  batch = 1,
  fields: StandardFields = {},
): ReplicaPlan & Load {
  const plan = replicaPlan(standardSetup(model, accelerator, fields), { ...ONE_GPU, ...layout })
  const load = newLoad()
  setLoad(load, plan, batch)
  return { ...plan, ...load }
}

/** Seconds of one term. */
export const secondsOf = (term: PerLoad, pass: ReplicaPlan & Load): number => term(pass)(pass)
