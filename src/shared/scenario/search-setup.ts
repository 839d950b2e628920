import { acceleratorName, listPrice, toAccelerator, type AcceleratorEntry } from '../catalog/accelerator-entry.ts'
import type { Catalog } from '../catalog/builtin.ts'
import { precisionOf, toArchitecture, UnsupportedMixerError, type ModelEntry } from '../catalog/model-entry.ts'
import { peakFlopPerSecond, type Accelerator } from '../model/accelerator.ts'
import type { DecodeSetup } from '../model/decode.ts'
import { UnsupportedPrecisionError } from '../model/forward-pass.ts'
import { PAPER_RULES, type RulesId } from '../model/rules.ts'
import type { SearchSetup } from '../search/space.ts'
import { InputError } from './input-error.ts'
import type { Series } from './scenario.ts'

/** The entry of an id. @throws InputError that names ids alike */
export function findEntry<T>(entries: Readonly<Record<string, T>>, id: string, path: string, kind: string): T {
  const entry = Object.hasOwn(entries, id) ? entries[id] : undefined
  if (entry !== undefined) return entry
  const last = id.slice(id.lastIndexOf('/') + 1).toLowerCase()
  const alike = Object.keys(entries)
    .filter((other) => other.toLowerCase().includes(last.slice(0, 6)))
    .slice(0, 4)
  const hint = alike.length === 0 ? '' : `; did you mean ${alike.join(', ')}?`
  throw new InputError(path, `is "${id}", which is no ${kind} of the catalog or the file${hint}`)
}

/** The cost model's view of a model. @throws InputError where the rules have no equation for a part of it */
export const architectureOf = (entry: ModelEntry, rules: RulesId, path: string) => {
  try {
    return toArchitecture(entry, rules)
  } catch (error) {
    if (error instanceof UnsupportedMixerError) throw new InputError(path, error.message)
    throw error
  }
}

/** The fields of a series that decide the time of a pass. */
export type DecodeInputs = Pick<
  Series,
  | 'model'
  | 'accelerator'
  | 'contextTokens'
  | 'pipeline'
  | 'attentionScaleDown'
  | 'weightBits'
  | 'activationBits'
  | 'speculative'
>

/** Looks up what a series names and turns it into the cost model's terms. @throws InputError with the path of the field */
export function decodeSetup(series: DecodeInputs, catalog: Catalog, path: string): DecodeSetup {
  const model = findEntry(catalog.models, series.model, `${path}.model`, 'model')
  const accelerator = toAccelerator(
    findEntry(catalog.accelerators, series.accelerator, `${path}.accelerator`, 'accelerator'),
  )
  const precision = precisionOf(model, series.weightBits, series.activationBits)
  if (peakFlopPerSecond(accelerator, precision.weightBytes) === null)
    throw new InputError(
      `${path}.weightBits`,
      new UnsupportedPrecisionError(accelerator, precision.weightBytes).message,
    )
  return {
    architecture: architectureOf(model, 'paper', `${path}.model`),
    precision,
    accelerator,
    rules: PAPER_RULES,
    contextTokens: series.contextTokens,
    pipeline: series.pipeline,
    attentionScaleDown: series.attentionScaleDown,
    speculative: speculativeSetup(series.speculative, catalog, accelerator, `${path}.speculative`),
  }
}

function speculativeSetup(
  speculative: Series['speculative'],
  catalog: Catalog,
  accelerator: Accelerator,
  path: string,
): DecodeSetup['speculative'] {
  if (speculative === null) return null
  const draft = findEntry(catalog.models, speculative.draft, `${path}.draft`, 'model')
  const draftPrecision = precisionOf(draft, null, null)
  if (peakFlopPerSecond(accelerator, draftPrecision.weightBytes) === null)
    throw new InputError(
      `${path}.draft`,
      new UnsupportedPrecisionError(accelerator, draftPrecision.weightBytes).message,
    )
  return {
    draft: architectureOf(draft, 'paper', `${path}.draft`),
    draftPrecision,
    acceptance: speculative.acceptance,
    maxDraftTokens: speculative.maxDraftTokens,
  }
}

/** Price per GPU-hour of a series: its own, else the accelerator's. @throws InputError where neither is known */
export function pricePerGpuHour(series: Series, accelerator: AcceleratorEntry, path: string): number {
  const price = series.usdPerGpuHour ?? listPrice(accelerator)
  if (price === null)
    throw new InputError(
      `${path}.usdPerGpuHour`,
      `is null and the catalog has no price for ${acceleratorName(accelerator)}; give a price in USD per GPU-hour`,
    )
  return price
}

/** All that a frontier's search needs, as plain data. @throws InputError with the path of the field */
export function searchSetup(series: Series, catalog: Catalog, path = 'series'): SearchSetup {
  const decode = decodeSetup(series, catalog, path)
  const accelerator = findEntry(catalog.accelerators, series.accelerator, `${path}.accelerator`, 'accelerator')
  return {
    ...decode,
    usdPerGpuHour: pricePerGpuHour(series, accelerator, path),
    demandCapTokensPerSecond: series.demandCapTokensPerSecond,
    grid: series.grid,
  }
}
