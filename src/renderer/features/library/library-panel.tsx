import Ellipsis from 'lucide-solid/icons/ellipsis'
import PanelLeftClose from 'lucide-solid/icons/panel-left-close'
import { createSignal, For, Show, type JSX } from 'solid-js'
import { GALLERY } from '../../../shared/scenario/gallery.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { Menu } from '../../ui/menu.tsx'
import { RenameField } from '../../ui/rename-field.tsx'
import type { Page } from '../workspace/create-workspace.ts'
import type { Library, ScenarioSummary } from './create-library.ts'

const CATALOGS: readonly { id: Page; label: string }[] = [
  { id: 'accelerators', label: 'Accelerators' },
  { id: 'models', label: 'Models' },
]

const EXPLORE: readonly { id: Page; label: string }[] = [
  { id: 'claims', label: 'Claims' },
  { id: 'questions', label: 'Questions' },
  { id: 'chip-design', label: 'Chip design' },
]

/** The favourites, the scenarios saved or opened last, and the comparisons that come with the app. */
export function LibraryPanel(props: {
  readonly library: Library
  /** The page shown in place of the comparison; null while the comparison is. */
  readonly page: Page | null
  readonly onPage: (page: Page) => void
  readonly onRename: (entry: ScenarioSummary, name: string) => void
  readonly onFold: () => void
}): JSX.Element {
  const [renaming, setRenaming] = createSignal<number | null>(null)
  const isOpen = (kind: 'saved' | 'gallery', id: number | string) => {
    const opened = props.library.opened()
    return props.page === null && opened.kind === kind && opened.id === id
  }

  const Entry = (entry: { readonly of: ScenarioSummary }) => (
    <li class="nav-item" classList={{ open: isOpen('saved', entry.of.id) }}>
      <Show
        when={renaming() !== entry.of.id}
        fallback={
          <RenameField
            name={entry.of.name}
            onDone={(name) => {
              setRenaming(null)
              if (name !== null) props.onRename(entry.of, name)
            }}
          />
        }
      >
        <button
          type="button"
          class="nav-button"
          aria-current={isOpen('saved', entry.of.id) ? 'page' : undefined}
          onClick={() => void props.library.open(entry.of.id)}
        >
          <span class="nav-name">{entry.of.name}</span>
          <span class="nav-count">{entry.of.series}</span>
        </button>
        <Menu
          label={`Commands for ${entry.of.name}`}
          items={[
            { label: 'Open in a new window', onSelect: () => void props.library.openInWindow(entry.of) },
            { label: 'Rename', onSelect: () => queueMicrotask(() => setRenaming(entry.of.id)) },
            {
              label: entry.of.favourite ? 'Remove from favourites' : 'Add to favourites',
              onSelect: () => void props.library.setFavourite(entry.of, !entry.of.favourite),
            },
            { label: 'Delete', onSelect: () => void props.library.remove(entry.of) },
          ]}
        >
          <Ellipsis size={14} aria-hidden="true" />
        </Menu>
      </Show>
    </li>
  )

  const PageButton = (button: { readonly id: Page; readonly label: string }) => (
    <li class="nav-item" classList={{ open: props.page === button.id }}>
      <button
        type="button"
        class="nav-button"
        aria-current={props.page === button.id ? 'page' : undefined}
        onClick={() => props.onPage(button.id)}
      >
        <span class="nav-name">{button.label}</span>
      </button>
    </li>
  )

  return (
    <nav class="library" aria-label="Library">
      <div class="library-head">
        <h2 class="section-label">Library</h2>
        <IconButton label="Hide library" onClick={() => props.onFold()}>
          <PanelLeftClose size={15} aria-hidden="true" />
        </IconButton>
      </div>
      <Show when={props.library.favourites().length > 0}>
        <ul class="nav-list" aria-label="Favourites">
          <For each={props.library.favourites()}>{(entry) => <Entry of={entry} />}</For>
        </ul>
      </Show>
      <ul class="nav-list" aria-label="Saved scenarios">
        <For
          each={props.library.recent()}
          fallback={
            <Show when={props.library.favourites().length === 0}>
              <li class="nav-empty">Nothing saved yet. Edit a comparison of the gallery and it is kept here.</li>
            </Show>
          }
        >
          {(entry) => <Entry of={entry} />}
        </For>
      </ul>
      <ul class="nav-list" aria-label="Library pages">
        <PageButton id="scenarios" label="All scenarios" />
      </ul>
      <h2 class="section-label">Catalog</h2>
      <ul class="nav-list" aria-label="Catalog">
        <For each={CATALOGS}>{(catalog) => <PageButton {...catalog} />}</For>
      </ul>
      <h2 class="section-label">Explore</h2>
      <ul class="nav-list" aria-label="Explore">
        <For each={EXPLORE}>{(page) => <PageButton {...page} />}</For>
      </ul>
      <h2 class="section-label">Gallery</h2>
      <ul class="nav-list" aria-label="Gallery">
        <For each={GALLERY}>
          {(entry) => (
            <li class="nav-item" classList={{ open: isOpen('gallery', entry.id) }}>
              <button
                type="button"
                class="nav-button"
                aria-current={isOpen('gallery', entry.id) ? 'page' : undefined}
                title={entry.says}
                onClick={() => void props.library.openGallery(entry)}
              >
                <span class="nav-name">{entry.scenario.name}</span>
                <span class="nav-count">{entry.scenario.series.length}</span>
                <Show when={props.library.entries().length === 0}>
                  <span class="nav-says">{entry.says}</span>
                </Show>
              </button>
            </li>
          )}
        </For>
      </ul>
    </nav>
  )
}
