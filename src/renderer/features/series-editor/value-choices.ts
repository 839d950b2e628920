import type { SeriesInput } from '../../../shared/report/series-inputs.ts'
import type { Series } from '../../../shared/scenario/scenario.ts'
import type { CatalogNames } from '../workspace/catalog-names.ts'
import { constantsChoices } from './constants-choices.ts'
import { AS_RELEASED, weightFormatOptions } from './weight-format-options.ts'

/** A value that can be chosen for an input that is no number. */
export interface ValueChoice {
  readonly value: string | number | boolean | null
  readonly label: string
  readonly note: string
}

const plain = (value: ValueChoice['value'], label: string): ValueChoice => ({ value, label, note: '' })
const bits = [null, 16, 8, 4].map((width) => plain(width, width === null ? 'bits as it is' : `${width} bits`))
const onOff = (what: string) => [plain(true, what), plain(false, `no ${what}`)]

/** The values that an input can be given, as they are called. */
export function valueChoices({ path }: SeriesInput, series: Series, names: CatalogNames): ValueChoice[] {
  if (path === 'model' || path === 'speculative.draft' || path === 'accelerator') {
    const groups = path === 'accelerator' ? names.acceleratorGroups : names.modelGroups
    return groups[series.rules].flatMap(({ options }) =>
      options.filter(({ disabled }) => !disabled).map(({ id, label, note }) => ({ value: id, label, note })),
    )
  }
  if (path === 'weightFormat')
    return weightFormatOptions(series, names.catalog).map(({ id, label }) =>
      plain(id === AS_RELEASED ? null : id, label),
    )
  if (path === 'kvFormat')
    return [plain(null, 'automatic cache'), plain('bf16', 'bf16 cache'), plain('fp8', 'fp8 cache')]
  if (path === 'weightBits' || path === 'activationBits') return bits
  if (path === 'engine')
    return [plain(null, 'vLLM'), plain('sglang', 'SGLang'), plain('trtllm', 'TensorRT-LLM'), plain('nccl', 'NCCL')]
  if (path === 'constants') return constantsChoices(names).map(({ id, label }) => plain(id, label))
  return onOff(path === 'pipeline' ? 'pipeline stages' : 'attention scale-down')
}
