import Ellipsis from 'lucide-solid/icons/ellipsis'
import FolderIcon from 'lucide-solid/icons/folder'
import FolderPlus from 'lucide-solid/icons/folder-plus'
import Tag from 'lucide-solid/icons/tag'
import { createSignal, For, Show, type JSX } from 'solid-js'
import type { LibraryShelf, Shelves } from '../../../shared/contract/library-calls.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { Menu, type MenuItem } from '../../ui/menu.tsx'
import { RenameField } from '../../ui/rename-field.tsx'
import type { BulkCommands } from './create-bulk-commands.ts'
import { sameShelf, type Scenarios } from './create-scenarios.ts'
import { placedFolders, placesFor } from './folder-tree.ts'

const NEW_FOLDER = 'New folder'

/** What of the library is looked at: all, recent, favourites, a folder, a tag, or the bin. */
export function ShelvesNav(props: { readonly scenarios: Scenarios; readonly commands: BulkCommands }): JSX.Element {
  const { scenarios } = props
  const [renaming, setRenaming] = createSignal<number | null>(null)
  const counts = () => scenarios.shelves().counts

  const Shelf = (shelf: {
    readonly of: LibraryShelf
    readonly label: string
    readonly count?: number
    readonly depth?: number
    readonly icon?: JSX.Element
  }) => {
    const current = () => sameShelf(scenarios.shelf(), shelf.of)
    return (
      <button
        type="button"
        class="nav-button"
        style={{ 'padding-left': `${8 + 14 * (shelf.depth ?? 0)}px` }}
        aria-current={current() ? 'true' : undefined}
        onClick={() => scenarios.lookAt(shelf.of)}
      >
        {shelf.icon}
        <span class="nav-name">{shelf.label}</span>
        <Show when={shelf.count !== undefined && shelf.count > 0}>
          <span class="nav-count">{shelf.count}</span>
        </Show>
      </button>
    )
  }
  const Item = (item: { readonly of: LibraryShelf; readonly children: JSX.Element }) => (
    <li class="nav-item" classList={{ open: sameShelf(scenarios.shelf(), item.of) }}>
      {item.children}
    </li>
  )

  const folderItems = (folder: Shelves['folders'][number]): MenuItem[] => {
    const moves = placesFor(scenarios.shelves().folders, folder)
    return [
      { label: 'Rename', onSelect: () => queueMicrotask(() => setRenaming(folder.id)) },
      { label: 'New folder in it', onSelect: () => void props.commands.createFolder(NEW_FOLDER, folder.id) },
      ...(folder.parent === null
        ? []
        : [{ label: 'Move to the top', onSelect: () => void props.commands.moveFolder(folder, null) }]),
      ...moves.map(({ folder: into, path }) => ({
        label: `Move into ${path}`,
        onSelect: () => void props.commands.moveFolder(folder, into),
      })),
      { label: 'Delete', onSelect: () => void props.commands.removeFolder(folder) },
    ]
  }

  return (
    <nav class="shelves" aria-label="Shelves">
      <ul class="nav-list">
        <Item of={{ kind: 'all' }}>
          <Shelf of={{ kind: 'all' }} label="All" count={counts().all} />
        </Item>
        <Item of={{ kind: 'recent' }}>
          <Shelf of={{ kind: 'recent' }} label="Recent" />
        </Item>
        <Item of={{ kind: 'favourites' }}>
          <Shelf of={{ kind: 'favourites' }} label="Favourites" count={counts().favourites} />
        </Item>
      </ul>
      <div class="shelves-head">
        <h3 class="section-label">Folders</h3>
        <IconButton label={NEW_FOLDER} onClick={() => void props.commands.createFolder(NEW_FOLDER, null)}>
          <FolderPlus size={15} aria-hidden="true" />
        </IconButton>
      </div>
      <ul class="nav-list" aria-label="Folders">
        <For each={placedFolders(scenarios.shelves().folders)} fallback={<li class="nav-empty">None yet.</li>}>
          {({ folder, depth }) => (
            <Item of={{ kind: 'folder', id: folder.id }}>
              <Show
                when={renaming() !== folder.id}
                fallback={
                  <RenameField
                    name={folder.name}
                    onDone={(name) => {
                      setRenaming(null)
                      if (name !== null) void props.commands.renameFolder(folder.id, name)
                    }}
                  />
                }
              >
                <Shelf
                  of={{ kind: 'folder', id: folder.id }}
                  label={folder.name}
                  count={folder.count}
                  depth={depth}
                  icon={<FolderIcon class="shelf-icon" size={13} aria-hidden="true" />}
                />
                <Menu label={`Commands for folder ${folder.name}`} items={folderItems(folder)}>
                  <Ellipsis size={14} aria-hidden="true" />
                </Menu>
              </Show>
            </Item>
          )}
        </For>
      </ul>
      <Show when={scenarios.shelves().tags.length > 0}>
        <h3 class="section-label">Tags</h3>
        <ul class="nav-list" aria-label="Tags">
          <For each={scenarios.shelves().tags}>
            {(tag) => (
              <Item of={{ kind: 'tag', id: tag.id }}>
                <Shelf
                  of={{ kind: 'tag', id: tag.id }}
                  label={tag.name}
                  count={tag.count}
                  icon={<Tag class="shelf-icon" size={13} aria-hidden="true" />}
                />
              </Item>
            )}
          </For>
        </ul>
      </Show>
      <ul class="nav-list">
        <Item of={{ kind: 'bin' }}>
          <Shelf of={{ kind: 'bin' }} label="Bin" count={counts().bin} />
        </Item>
      </ul>
    </nav>
  )
}
