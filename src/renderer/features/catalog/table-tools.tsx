import { Popover } from '@kobalte/core/popover'
import Columns3 from 'lucide-solid/icons/columns-3'
import Search from 'lucide-solid/icons/search'
import { For, Show, type JSX } from 'solid-js'
import { Check } from '../../ui/check.tsx'
import { Choice } from '../../ui/choice.tsx'
import type { EntryTable } from './create-entry-table.ts'
import { ALL } from './entry-listing.ts'

/** What leaves entries out of a table, and which columns it has. */
export function TableTools<R extends { readonly id: string }>(props: {
  readonly table: EntryTable<R>
  /** What the entries are, in the plural. */
  readonly what: string
  /** Takes the table out of the window. */
  readonly export: JSX.Element
}): JSX.Element {
  const { table } = props
  return (
    <div class="table-tools" role="group" aria-label="Filters">
      <div class="control find-entries">
        <Search size={14} aria-hidden="true" />
        <input
          class="control-input"
          type="search"
          aria-label={`Find ${props.what}`}
          placeholder={`Find ${props.what}`}
          value={table.text()}
          onInput={(event) => table.setText(event.currentTarget.value)}
        />
      </div>
      <For each={table.filters}>
        {(filter) => (
          <Choice
            label={filter.label}
            options={[{ id: ALL, label: 'all' }, ...filter.choices(table.rows())]}
            unset={ALL}
            value={table.choiceOf(filter.id)}
            onChange={(choice) => table.choose(filter.id, choice)}
          />
        )}
      </For>
      <Show when={table.filtered()}>
        <button type="button" class="text-button" onClick={() => table.clearFilters()}>
          Clear filters
        </button>
      </Show>
      <span class="entry-count" role="status">
        {table.filtered() ? `${table.listed().length} of ${table.rows().length}` : table.rows().length} {props.what}
      </span>
      <Popover gutter={6} placement="bottom-end">
        <Popover.Trigger class="icon-button" aria-label="Columns" title="Columns">
          <Columns3 size={15} aria-hidden="true" />
        </Popover.Trigger>
        <Popover.Portal>
          <Popover.Content class="menu popover column-choice" aria-label="Columns">
            <fieldset class="checks">
              <legend class="field-label">Columns</legend>
              <For each={table.columns}>
                {({ id, label }) => (
                  <Check label={label} checked={table.isShown(id)} onChange={(on) => table.show(id, on)} />
                )}
              </For>
            </fieldset>
          </Popover.Content>
        </Popover.Portal>
      </Popover>
      {props.export}
    </div>
  )
}
