import { toChip } from '../src/shared/catalog/accelerator-entry.ts'
import { BUILT_IN_CATALOG } from '../src/shared/catalog/builtin.ts'
import { nativeFormat, toArchitecture } from '../src/shared/catalog/model-entry.ts'
import type { Chip } from '../src/shared/model/standard/chip.ts'
import { STANDARD_CONSTANTS } from '../src/shared/model/standard/constants.ts'
import { formatPlan, type KvFormat, type WeightFormat } from '../src/shared/model/standard/formats.ts'
import {
  decodePass,
  type DecodePass,
  type ReplicaLayout,
  type StandardSetup,
} from '../src/shared/model/standard/standard-setup.ts'

interface StandardFields extends Partial<Omit<StandardSetup, 'architecture' | 'chip' | 'formats'>> {
  readonly format?: WeightFormat
  readonly kvFormat?: KvFormat
}

export const catalogChip = (id: string): Chip => toChip(BUILT_IN_CATALOG.accelerators[id]!)!

/** A catalog model on a catalog accelerator under the standard rules; by default as released, calibrated, at context 0. */
export function standardSetup(model: string, accelerator: string, fields: StandardFields = {}): StandardSetup {
  const entry = BUILT_IN_CATALOG.models[model]!
  const { format = nativeFormat(entry), kvFormat = null, ...rest } = fields
  const architecture = toArchitecture(entry)
  const chip = catalogChip(accelerator)
  return {
    architecture,
    chip,
    formats: formatPlan(architecture, chip, format, nativeFormat(entry), kvFormat),
    engine: 'vllm',
    constants: STANDARD_CONSTANTS.calibrated,
    contextTokens: 0,
    prefill: null,
    ...rest,
  }
}

/** @param layout degrees that are not 1 */
export const passOf = (
  model: string,
  accelerator: string,
  layout: Partial<ReplicaLayout> = {},
  batch = 1,
  fields: StandardFields = {},
): DecodePass =>
  decodePass(standardSetup(model, accelerator, fields), { tensor: 1, data: 1, expert: 1, ...layout }, batch)
