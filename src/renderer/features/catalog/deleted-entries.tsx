import { Show, type JSX } from 'solid-js'
import { Menu } from '../../ui/menu.tsx'
import type { EntryChange } from './create-catalog.ts'

/** Entries that were deleted, to be brought back. */
export function DeletedEntries(props: {
  readonly changes: readonly EntryChange[]
  readonly name: (entry: unknown) => string
  readonly onRestore: (change: number) => void
}): JSX.Element {
  return (
    <Show when={props.changes.length > 0}>
      <Menu
        label="Deleted entries"
        class="button"
        items={props.changes.map(({ change, before }) => ({
          label: `Restore ${props.name(before)}`,
          onSelect: () => props.onRestore(change),
        }))}
      >
        Deleted ({props.changes.length})
      </Menu>
    </Show>
  )
}
