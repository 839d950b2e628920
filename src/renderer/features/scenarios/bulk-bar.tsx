import { createSignal, Show, type JSX } from 'solid-js'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { Menu } from '../../ui/menu.tsx'
import type { BulkCommands } from './create-bulk-commands.ts'
import type { Scenarios } from './create-scenarios.ts'
import { placedFolders } from './folder-tree.ts'
import { TagDialog } from './tag-dialog.tsx'

/** What can be done with the chosen scenarios. */
export function BulkBar(props: {
  readonly scenarios: Scenarios
  readonly commands: BulkCommands
  readonly onOpen: (id: number) => void
  readonly onRename: (id: number) => void
  readonly onVersions: (id: number) => void
}): JSX.Element {
  const { scenarios, commands } = props
  const [tagging, setTagging] = createSignal(false)
  const [purging, setPurging] = createSignal(false)
  const chosen = scenarios.chosen
  const inBin = () => scenarios.shelf().kind === 'bin'
  const only = () => (chosen().length === 1 ? chosen()[0]! : null)
  const allFavourites = () => chosen().every((id) => scenarios.rowOf(id)?.favourite === true)
  const places = () => [
    { label: 'No folder', onSelect: () => void commands.move(chosen(), null) },
    ...placedFolders(scenarios.shelves().folders).map(({ folder, path }) => ({
      label: path,
      onSelect: () => void commands.move(chosen(), folder),
    })),
  ]

  const Command = (command: { readonly label: string; readonly onClick: () => void }) => (
    <button type="button" class="button" onClick={() => command.onClick()}>
      {command.label}
    </button>
  )

  return (
    <div class="bulk-bar" role="toolbar" aria-label="Chosen scenarios">
      <span class="bulk-count">{chosen().length} chosen</span>
      <Show
        when={!inBin()}
        fallback={
          <>
            <Command label="Restore" onClick={() => void commands.restore(chosen())} />
            <Command label="Delete for good…" onClick={() => setPurging(true)} />
          </>
        }
      >
        <Show when={only()}>
          {(id) => (
            <>
              <Command label="Open" onClick={() => props.onOpen(id())} />
              <Command label="Rename" onClick={() => props.onRename(id())} />
              <Command label="Versions…" onClick={() => props.onVersions(id())} />
            </>
          )}
        </Show>
        <Menu label="Move to a folder" class="button" items={places()}>
          Move
        </Menu>
        <Command label="Tags…" onClick={() => setTagging(true)} />
        <Command
          label={allFavourites() ? 'Not a favourite' : 'Favourite'}
          onClick={() => void commands.favourite(chosen(), !allFavourites())}
        />
        <Command label="Delete" onClick={() => void commands.bin(chosen())} />
      </Show>
      <button type="button" class="text-button" onClick={() => scenarios.chooseNone()}>
        Choose none
      </button>
      <Show when={tagging()}>
        <TagDialog
          count={chosen().length}
          tags={scenarios.shelves().tags}
          onTag={(tag, on) => void commands.tag(chosen(), tag, on)}
          onClose={() => setTagging(false)}
        />
      </Show>
      <Show when={purging()}>
        <ConfirmDialog
          title={`Delete ${chosen().length === 1 ? 'this scenario' : `these ${chosen().length} scenarios`} for good?`}
          says="Their versions and stored results go with them. This cannot be undone."
          action="Delete for good"
          onConfirm={() => void commands.purge(chosen())}
          onClose={() => setPurging(false)}
        />
      </Show>
    </div>
  )
}
