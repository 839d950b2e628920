import { isShippedSet } from '../catalog/constants-set.ts'
import type { Scenario, Series } from './scenario.ts'

/** What a series is called and how it is shown; nothing of it is computed with. */
const SHOWN_ONLY: Partial<Series> = { name: '', notes: '', hidden: false, colour: null, dash: null }

const picked = <T>(entries: Readonly<Record<string, T>>, ids: readonly string[]): (T | null)[] =>
  ids.map((id) => (Object.hasOwn(entries, id) ? entries[id]! : null))

/** What is drawn around a frontier leaves the frontier as it is; left out, so that results kept from before stay found. */
const DRAWN_AROUND: { readonly ranges: undefined } = { ranges: undefined }

/** All that a series' frontier hangs on besides the catalog: its inputs, and the entries its scenario brings along for it. */
export function computedInputs(
  series: Series,
  { models, accelerators, constants = {} }: Pick<Scenario, 'models' | 'accelerators' | 'constants'>,
): string {
  const modelIds = series.speculative === null ? [series.model] : [series.model, series.speculative.draft]
  return JSON.stringify([
    { ...series, ...SHOWN_ONLY, ...DRAWN_AROUND },
    picked(models, modelIds),
    picked(accelerators, [series.accelerator]),
    ...(isShippedSet(series.constants) ? [] : picked(constants, [series.constants]).map((set) => set?.values ?? null)),
  ])
}
