import {
  inputInWords,
  inputValue,
  RANGE_INPUTS,
  SERIES_INPUTS,
  type SeriesInput,
} from '../../../shared/report/series-inputs.ts'
import type { Series } from '../../../shared/scenario/scenario.ts'

const LOOK: Partial<Record<keyof Series, string>> = { notes: 'Notes', colour: 'Colour', dash: 'Line' }

/** Off is as good as not there. */
const rangeOf = (series: Series, input: SeriesInput): string => JSON.stringify(inputValue(series, input) || null)

/** What a change of a series does, for the list of undo steps: "70B 8-bit: Context 2,000 tokens". */
export function editInWords(before: Series, patch: Partial<Series>): string {
  if (patch.name !== undefined && patch.name !== before.name) return `Rename ${before.name} to ${patch.name}`
  const after = { ...before, ...patch }
  if (after.rules !== before.rules) return `${before.name}: Rule set ${after.rules}`
  const changedRanges = RANGE_INPUTS.filter((input) => rangeOf(before, input) !== rangeOf(after, input))
  if (changedRanges.length > 1) return `${before.name}: ${after.ranges == null ? 'No ranges' : 'Ranges'}`
  const changed = SERIES_INPUTS.find(
    (input) =>
      (input.rules === null || input.rules === after.rules) &&
      JSON.stringify(inputValue(before, input)) !== JSON.stringify(inputValue(after, input)),
  )
  // What drafts goes on and off as a whole, and is changed in its parts.
  const parts = SERIES_INPUTS.filter(({ path }) => path.startsWith('speculative.'))
  const input =
    changed?.path === 'speculative' && before.speculative !== null && after.speculative !== null
      ? parts.find((part) => inputValue(before, part) !== inputValue(after, part))
      : changed
  if (input !== undefined) return `${before.name}: ${input.label} ${inputInWords(input, inputValue(after, input))}`
  const look = (Object.keys(patch) as (keyof Series)[]).find((field) => LOOK[field] !== undefined)
  return look === undefined ? `Edit ${before.name}` : `${before.name}: ${LOOK[look]}`
}
