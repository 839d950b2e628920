import type { Catalog } from '../../../shared/catalog/builtin.ts'
import { nativeFormat } from '../../../shared/catalog/model-entry.ts'
import { WEIGHT_FORMATS, type WeightFormat } from '../../../shared/model/standard/formats.ts'
import { formatSupport, type FormatSupport } from '../../../shared/report/format-support.ts'
import type { Series } from '../../../shared/scenario/scenario.ts'
import type { ChoiceOption } from '../../ui/choice.tsx'

/** The option that stands for no format of the series' own. */
export const AS_RELEASED = 'released'

/** Weight formats, as released first, each with what the series' chip does with it. */
export function weightFormatOptions(series: Series, catalog: Catalog): ChoiceOption[] {
  const model = catalog.models[series.model]
  const released = model === undefined ? '' : ` (${nativeFormat(model)})`
  const note = (weightFormat: WeightFormat | null) => formatSupport({ ...series, weightFormat }, catalog) ?? ''
  return [
    { id: AS_RELEASED, label: `as released${released}`, note: note(null) },
    ...WEIGHT_FORMATS.map((format) => ({ id: format, label: format, note: note(format) })),
  ]
}

const SUPPORT_SAYS: Readonly<Record<FormatSupport, string>> = {
  native: 'Native on this chip.',
  '16-bit arithmetic': 'Kept narrow, multiplied at 16 bits on this chip.',
  emulated: 'Emulated: unpacked on the way, read below the usual rate, multiplied at 16 bits.',
}

/** A sentence on the series' own format. */
export function formatSays(series: Series, catalog: Catalog): string {
  const support = formatSupport(series, catalog)
  return support === null ? '' : SUPPORT_SAYS[support]
}
