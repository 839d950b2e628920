import { toChip } from '../catalog/accelerator-entry.ts'
import type { Catalog } from '../catalog/builtin.ts'
import { toArchitecture, unsupportedPart } from '../catalog/model-architecture.ts'
import { nativeFormat } from '../catalog/model-entry.ts'
import { formatPlan, type FormatPlan, type KvFormat } from '../model/standard/formats.ts'
import type { Series } from '../scenario/scenario.ts'

/** What a chip does with weights in a format. */
export type FormatSupport = 'native' | '16-bit arithmetic' | 'emulated'

type FormatInputs = Pick<Series, 'model' | 'accelerator' | 'weightFormat'>

/** The formats block by block, the cache as wide as it comes by itself; null where the rules do not cover the series. */
function planOf({ model: id, accelerator, weightFormat }: FormatInputs, catalog: Catalog): FormatPlan | null {
  const model = catalog.models[id]
  const entry = catalog.accelerators[accelerator]
  const chip = entry === undefined ? null : toChip(entry)
  if (model === undefined || chip === null || unsupportedPart(model, 'standard') !== null) return null
  const released = nativeFormat(model)
  return formatPlan(toArchitecture(model, 'standard'), chip, weightFormat ?? released, released)
}

/** What the chip of a series does with its weights; null where the rules do not cover them. */
export function formatSupport(series: FormatInputs, catalog: Catalog): FormatSupport | null {
  const block = planOf(series, catalog)?.routed
  if (block === undefined) return null
  if (block.emulated) return 'emulated'
  return block.bytesPerWeight * 8 < block.arithmeticBits ? '16-bit arithmetic' : 'native'
}

/** The format of a series' cache where it names none; null where the rules do not cover it. */
export function automaticKvFormat(series: FormatInputs, catalog: Catalog): KvFormat | null {
  const plan = planOf(series, catalog)
  return plan === null ? null : plan.kvBytes === 1 ? 'fp8' : 'bf16'
}

/** "fp8", "fp8, as released". */
export const weightsInWords = (
  { model, weightFormat }: Pick<Series, 'model' | 'weightFormat'>,
  catalog: Catalog,
): string => weightFormat ?? `${nativeFormat(catalog.models[model]!)}, as released`

/** "bf16", "fp8, following the weights". */
export const cacheInWords = (series: FormatInputs & Pick<Series, 'kvFormat'>, catalog: Catalog): string =>
  series.kvFormat ?? `${automaticKvFormat(series, catalog)}, following the weights`
