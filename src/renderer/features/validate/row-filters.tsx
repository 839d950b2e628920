import { For, Show, type JSX } from 'solid-js'
import type { ValidationReport } from '../../../shared/validation/validation-report.ts'
import { Choice } from '../../ui/choice.tsx'
import { ALL, type Validate } from './create-validate.ts'

/** One choice for each grouping of the report: all rows, or those of one group. Regimes are layouts and prefill together. */
export function RowFilters(props: {
  readonly validate: Validate
  readonly groupings: ValidationReport['groupings']
}): JSX.Element {
  const { validate } = props
  const options = (groups: ValidationReport['groupings'][number]['groups']) => [
    { id: ALL, label: 'all' },
    ...groups.map(({ name, summary }) => ({ id: name, label: name, note: String(summary.rows) })),
  ]
  return (
    <>
      <For each={props.groupings.filter(({ title }) => title !== 'Regime')}>
        {({ title, groups }) => (
          <Choice
            label={title}
            options={options(groups)}
            unset={ALL}
            value={validate.filters()[title] ?? ALL}
            onChange={(group) => validate.setFilter(title, group)}
          />
        )}
      </For>
      <Show when={Object.values(validate.filters()).some((group) => group !== ALL)}>
        <button type="button" class="text-button" onClick={() => validate.clearFilters()}>
          Clear filters
        </button>
      </Show>
    </>
  )
}
