import * as v from 'valibot'
import { standardGap } from '../catalog/accelerator-entry.ts'
import type { Catalog } from '../catalog/builtin.ts'
import type { RulesId } from '../model/rules.ts'
import type { KvFormat, WeightFormat } from '../model/standard/formats.ts'
import { seriesSchema, type Series } from './scenario.ts'
import { standardFields, standardSearchFields } from './standard-fields.ts'

/** The same chip in the notebook and in the catalog. */
const SAME_CHIP: readonly (readonly [paper: string, catalog: string])[] = [
  ['paper/H100', 'h100-sxm'],
  ['paper/H200', 'h200-sxm'],
  ['paper/A100', 'a100-sxm-80gb'],
  ['paper/V100', 'v100-sxm-32gb'],
]

/** Taken where the other rule set has nothing like the accelerator: both know it, and most measurements are on it. */
const [FALLBACK_PAPER, FALLBACK_STANDARD] = SAME_CHIP[0]!

const BITS: Readonly<Record<WeightFormat, number>> = {
  bf16: 16,
  fp8: 8,
  'fp8-block': 8,
  int8: 8,
  nvfp4: 4,
  mxfp4: 4,
  int4: 4,
}

/** Fields that only one rule set reads, at their defaults. */
function defaultsOf(fields: readonly (keyof Series)[]): Partial<Series> {
  const defaults = v.getDefaults(seriesSchema) as unknown as Series
  return Object.fromEntries(fields.map((field) => [field, defaults[field]]))
}

const STANDARD_ONLY = Object.keys({ ...standardFields, ...standardSearchFields }) as (keyof Series)[]
const PAPER_ONLY: readonly (keyof Series)[] = ['weightBits', 'activationBits', 'attentionScaleDown', 'grid']

function standardAccelerator(id: string, catalog: Catalog): string {
  const same = SAME_CHIP.find(([paper]) => paper === id)?.[1] ?? id
  const entry = catalog.accelerators[same]
  return entry === undefined || standardGap(entry) !== null ? FALLBACK_STANDARD : same
}

function weightFormatOf(bits: number | null, accelerator: string, catalog: Catalog): WeightFormat | null {
  const entry = catalog.accelerators[accelerator]
  const isAmd = entry !== undefined && 'vendor' in entry && entry.vendor === 'AMD'
  if (bits === 4) return isAmd ? 'mxfp4' : 'nvfp4'
  return bits === 16 ? 'bf16' : bits === 8 ? 'fp8' : null
}

const kvFormatOf = (bits: number | null): KvFormat | null => (bits === 16 ? 'bf16' : bits === 8 ? 'fp8' : null)

function toStandard(series: Series, catalog: Catalog): Series {
  const accelerator = standardAccelerator(series.accelerator, catalog)
  return {
    ...series,
    ...defaultsOf(PAPER_ONLY),
    rules: 'standard',
    accelerator,
    weightFormat: weightFormatOf(series.weightBits, accelerator, catalog),
    kvFormat: kvFormatOf(series.activationBits),
  }
}

function toPaper(series: Series, catalog: Catalog): Series {
  const { weightFormat, kvFormat, ranges } = series
  const same = SAME_CHIP.find(([, standard]) => standard === series.accelerator)?.[0] ?? series.accelerator
  return {
    ...series,
    ...defaultsOf(STANDARD_ONLY),
    rules: 'paper',
    accelerator: Object.hasOwn(catalog.accelerators, same) ? same : FALLBACK_PAPER,
    weightBits: weightFormat === null ? null : BITS[weightFormat],
    activationBits: kvFormat === null ? null : BITS[kvFormat],
    ranges: ranges == null ? ranges : { ...ranges, routingSkew: null },
  }
}

/**
 * A series under another rule set: what both read stays, formats and bits and the same chip are carried over, and what the
 * other does not read goes back to its default, as the search refuses it. The model stays in any case; where a rule set
 * has no equation for it, the search says so.
 */
export function withRules(series: Series, rules: RulesId, catalog: Catalog): Series {
  if (series.rules === rules) return series
  return rules === 'standard' ? toStandard(series, catalog) : toPaper(series, catalog)
}
