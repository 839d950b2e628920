import { createVirtualizer, defaultRangeExtractor } from '@tanstack/solid-virtual'
import { createEffect, createMemo, createUniqueId, For, on, Show, type JSX } from 'solid-js'
import type { Palette } from '../../../shared/report/palette.ts'
import type { CatalogNames } from '../workspace/catalog-names.ts'
import type { BulkCommands } from './create-bulk-commands.ts'
import type { Scenarios } from './create-scenarios.ts'
import { placedFolders } from './folder-tree.ts'
import { ScenarioCells } from './scenario-row.tsx'

/** Pixels of a row and of the head, as in scenarios.css. */
const ROW_HEIGHT = 56
const HEADER_HEIGHT = 30

const COLUMNS = [
  { title: 'Chart', hidden: true },
  { title: 'Name' },
  { title: 'Tags' },
  { title: 'Folder' },
  { title: 'Series', number: true },
  { title: 'Saved', number: true },
  { title: 'Favourite', hidden: true },
] as const

/**
 * Every scenario that is asked for; only those in view are in the page and are read. Arrow keys move, Shift and Ctrl choose
 * many, Enter opens, F2 renames, Delete moves to the bin.
 */
export function ScenarioGrid(props: {
  readonly scenarios: Scenarios
  readonly commands: BulkCommands
  readonly names: CatalogNames
  readonly palette: Palette
  readonly now: number
  readonly renaming: number | null
  readonly onRename: (id: number | null) => void
  readonly onRenamed: (id: number, name: string) => void
  readonly onOpen: (id: number) => void
}): JSX.Element {
  const { scenarios } = props
  let grid!: HTMLDivElement
  const elementId = createUniqueId()
  const active = () => scenarios.selection().active
  const place = () => {
    const id = active()
    return id === null ? -1 : scenarios.ids().indexOf(id)
  }
  const paths = createMemo(
    () => new Map(placedFolders(scenarios.shelves().folders).map(({ folder, path }) => [folder.id, path])),
  )

  const rows = createVirtualizer({
    get count() {
      return scenarios.ids().length
    },
    getScrollElement: () => grid,
    estimateSize: () => ROW_HEIGHT,
    overscan: 6,
    // What is under the head is out of view.
    scrollPaddingStart: HEADER_HEIGHT,
    // The active row stays in the page: the grid names it.
    rangeExtractor: (range) => [...new Set([...defaultRangeExtractor(range), ...(place() < 0 ? [] : [place()])])],
  })
  createEffect(() => {
    scenarios.generation()
    void scenarios.need(rows.getVirtualItems().flatMap(({ index }) => scenarios.ids()[index] ?? []))
  })
  createEffect(on([scenarios.shelf, scenarios.search, scenarios.order], () => rows.scrollToOffset(0), { defer: true }))
  createEffect(
    on(place, (at) => {
      if (at >= 0) rows.scrollToIndex(at, { align: 'auto' })
    }),
  )

  const moveTo = (at: number, extend: boolean) => {
    const ids = scenarios.ids()
    const id = ids[Math.max(0, Math.min(ids.length - 1, at))]
    if (id !== undefined) scenarios.choose(id, extend ? 'range' : 'alone')
  }
  const inBin = () => scenarios.shelf().kind === 'bin'
  const steps = (): Readonly<Record<string, number>> => {
    const page = Math.max(1, Math.floor((grid.clientHeight - HEADER_HEIGHT) / ROW_HEIGHT) - 1)
    return { ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page, Home: -Infinity, End: Infinity }
  }
  const commandOf = (event: KeyboardEvent): (() => unknown) | null => {
    const chosen = scenarios.chosen()
    const id = active()
    const step = steps()[event.key]
    if (step !== undefined)
      return () => moveTo(place() < 0 && Number.isFinite(step) ? 0 : place() + step, event.shiftKey)
    if (event.key === 'a' && (event.ctrlKey || event.metaKey)) return scenarios.chooseAll
    if (event.key === 'Escape' && chosen.length > 0) return scenarios.chooseNone
    if (id === null) return null
    if (event.key === ' ') return () => scenarios.choose(id, 'toggle')
    if (inBin()) return null
    if (event.key === 'Enter') return () => props.onOpen(id)
    if (event.key === 'F2') return () => props.onRename(id)
    if (event.key === 'Delete' && chosen.length > 0) return () => props.commands.bin(chosen)
    return null
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== grid) return
    const command = commandOf(event)
    if (command === null) return
    event.preventDefault()
    void command()
  }

  return (
    <div
      ref={grid}
      class="scenario-grid"
      role="grid"
      tabindex="0"
      aria-label="Scenarios"
      aria-multiselectable="true"
      aria-rowcount={scenarios.ids().length + 1}
      aria-activedescendant={place() < 0 ? undefined : `${elementId}-${active()}`}
      onKeyDown={onKeyDown}
    >
      <div class="scenario-line scenario-head" role="row" aria-rowindex="1">
        <For each={COLUMNS}>
          {(column) => (
            <span role="columnheader" classList={{ number: 'number' in column }}>
              <span classList={{ 'for-screen-readers': 'hidden' in column }}>{column.title}</span>
            </span>
          )}
        </For>
      </div>
      <div class="grid-body" role="rowgroup" style={{ height: `${rows.getTotalSize()}px` }}>
        <For each={rows.getVirtualItems()}>
          {(item) => {
            const id = () => scenarios.ids()[item.index] ?? -1
            return (
              <div
                id={`${elementId}-${id()}`}
                class="scenario-line"
                classList={{ selected: scenarios.selection().chosen.has(id()), active: id() === active() }}
                role="row"
                aria-rowindex={item.index + 2}
                aria-selected={scenarios.selection().chosen.has(id())}
                style={{ transform: `translateY(${item.start}px)` }}
                onClick={(event) => {
                  const toggle = event.ctrlKey || event.metaKey
                  scenarios.choose(id(), event.shiftKey ? 'range' : toggle ? 'toggle' : 'alone')
                }}
                onDblClick={() => {
                  if (!inBin()) props.onOpen(id())
                }}
              >
                <Show when={scenarios.rowOf(id())} fallback={<span role="gridcell" aria-label="Reading" />}>
                  {(row) => (
                    <ScenarioCells
                      row={row()}
                      folder={paths().get(row().folder ?? 0) ?? ''}
                      names={props.names}
                      palette={props.palette}
                      now={props.now}
                      renaming={props.renaming === id()}
                      onRenamed={(name) => {
                        props.onRename(null)
                        grid.focus()
                        if (name !== null) props.onRenamed(id(), name)
                      }}
                      onFavourite={(wanted) => void props.commands.favourite([id()], wanted)}
                    />
                  )}
                </Show>
              </div>
            )
          }}
        </For>
      </div>
    </div>
  )
}
