import { Dialog } from '@kobalte/core/dialog'
import { Search } from '@kobalte/core/search'
import SearchIcon from 'lucide-solid/icons/search'
import { createMemo, createSignal, Show, type JSX } from 'solid-js'
import { findEntries, type PaletteEntry, type PaletteGroup } from './find-entries.ts'

/** Everything that can be done, found by typing a few letters of it. */
export function CommandPalette(props: {
  readonly entries: readonly PaletteEntry[]
  readonly onClose: () => void
}): JSX.Element {
  const [asked, setAsked] = createSignal('')
  const found = createMemo(() => findEntries(props.entries, asked()))
  const run = (entry: PaletteEntry | null) => {
    if (entry === null) return
    props.onClose()
    // The dialog gives the focus back first; a command may then take it somewhere else.
    queueMicrotask(entry.run)
  }
  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open) props.onClose()
      }}
    >
      <Dialog.Portal>
        <Dialog.Overlay class="dialog-overlay" />
        <Dialog.Content class="dialog command-palette">
          <Dialog.Title class="for-screen-readers">All commands</Dialog.Title>
          <Search<PaletteEntry, PaletteGroup>
            open
            options={found()}
            optionValue="id"
            optionTextValue="label"
            optionLabel="label"
            optionGroupChildren="entries"
            triggerMode="focus"
            onInputChange={setAsked}
            onChange={run}
            itemComponent={(item) => (
              <Search.Item item={item.item} class="option">
                <Search.ItemLabel class="palette-label">
                  {item.item.rawValue.label} <Show when={item.item.rawValue.keys}>{(keys) => <kbd>{keys()}</kbd>}</Show>
                </Search.ItemLabel>
              </Search.Item>
            )}
            sectionComponent={(section) => (
              <Search.Section class="option-group">{section.section.rawValue.label}</Search.Section>
            )}
          >
            <Search.Label class="for-screen-readers">Find a command</Search.Label>
            <Search.Control class="palette-control">
              <SearchIcon size={15} aria-hidden="true" />
              <Search.Input
                class="palette-input"
                autofocus
                placeholder="Find a command, a series or a scenario"
                onKeyDown={(event: KeyboardEvent & { readonly currentTarget: HTMLElement }) => {
                  if (event.key === 'Escape') props.onClose()
                  // Until the arrows choose another, the first is meant.
                  if (event.key === 'Enter' && !event.currentTarget.hasAttribute('aria-activedescendant'))
                    run(found()[0]?.entries[0] ?? null)
                }}
              />
            </Search.Control>
            <Search.Listbox class="palette-list" onMouseDown={(event: MouseEvent) => event.preventDefault()} />
            <Search.NoResult class="palette-none">Nothing is called that.</Search.NoResult>
          </Search>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog>
  )
}
