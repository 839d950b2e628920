import * as v from 'valibot'
import {
  acceleratorName,
  listPrice,
  ratedWatts,
  toAccelerator,
  type AcceleratorEntry,
} from '../catalog/accelerator-entry.ts'
import type { Catalog } from '../catalog/builtin.ts'
import { precisionOf } from '../catalog/model-entry.ts'
import { peakFlopPerSecond, type Accelerator } from '../model/accelerator.ts'
import type { DecodeSetup } from '../model/decode.ts'
import { UnsupportedPrecisionError } from '../model/pass-setup.ts'
import { PAPER_RULES } from '../model/rules.ts'
import type { PaperSearchSetup } from '../search/paper/space.ts'
import type { SearchSetup } from '../search/search.ts'
import { architectureOf, findEntry } from './entries.ts'
import { InputError } from './input-error.ts'
import { seriesSchema, type Series } from './scenario.ts'
import { standardFields, standardSearchFields } from './standard-fields.ts'
import { standardSearchSetup } from './standard-setup.ts'

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

/** A field that the series' rule set does not read would be lost on the reader. @throws InputError that names it */
function refuseUnread(series: Series, path: string): void {
  const defaults = v.getDefaults(seriesSchema) as unknown as Series
  const refuse = (field: string, value: unknown) => {
    throw new InputError(
      `${path}.${field}`,
      `is ${JSON.stringify(value)}; only the standard rules read it: set "rules" to "standard", or leave it out`,
    )
  }
  for (const field of Object.keys({ ...standardFields, ...standardSearchFields }) as (keyof Series)[])
    if (JSON.stringify(series[field]) !== JSON.stringify(defaults[field])) refuse(field, series[field])
  const skew = series.ranges?.routingSkew ?? null
  if (skew !== null) refuse('ranges.routingSkew', skew)
}

/** All that a frontier's search needs under the paper's rules. @throws InputError with the path of the field */
export function paperSearchSetup(
  series: Series,
  catalog: Catalog,
  usdPerGpuHour: number,
  path: string,
): PaperSearchSetup {
  refuseUnread(series, path)
  return {
    kind: 'paper',
    ...decodeSetup(series, catalog, path),
    usdPerGpuHour,
    wattsPerGpu: ratedWatts(findEntry(catalog.accelerators, series.accelerator, `${path}.accelerator`, 'accelerator')),
    demandCapTokensPerSecond: series.demandCapTokensPerSecond,
    grid: series.grid,
  }
}

/** All that a frontier's search needs, as plain data. @throws InputError with the path of the field */
export function searchSetup(series: Series, catalog: Catalog, path = 'series'): SearchSetup {
  findEntry(catalog.models, series.model, `${path}.model`, 'model')
  const accelerator = findEntry(catalog.accelerators, series.accelerator, `${path}.accelerator`, 'accelerator')
  const price = pricePerGpuHour(series, accelerator, path)
  return series.rules === 'standard'
    ? standardSearchSetup(series, catalog, price, path)
    : paperSearchSetup(series, catalog, price, path)
}
