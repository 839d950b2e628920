import { createEffect, createMemo, createSignal, on, type Accessor } from 'solid-js'
import type { LibraryQuery, LibraryRow, LibraryShelf, Shelves } from '../../../shared/contract/library-calls.ts'
import { call } from '../../kernel/api.ts'
import { choose, chooseAll, NOTHING_CHOSEN, stillThere, type ChoiceMode, type Selection } from './selection.ts'

export type ListOrder = LibraryQuery['order']

/** Rows asked for at once. */
const MOST_ROWS = 200

const NO_SHELVES: Shelves = { counts: { all: 0, favourites: 0, bin: 0 }, folders: [], tags: [] }

export const sameShelf = (a: LibraryShelf, b: LibraryShelf): boolean =>
  a.kind === b.kind && ('id' in a ? a.id : 0) === ('id' in b ? b.id : 0)

/**
 * The list of all scenarios: what is asked for, what is found of it, and what is chosen. Late answers are dropped.
 * @param shown whether anybody sees it
 * @param changes is followed: the list is asked for again when it changes
 */
export function createScenarios(shown: Accessor<boolean>, changes: Accessor<unknown>, say: (message: string) => void) {
  const [shelf, setShelf] = createSignal<LibraryShelf>({ kind: 'all' })
  const [search, setSearch] = createSignal('')
  const [browseOrder, setBrowseOrder] = createSignal<ListOrder>('saved')
  const [searchOrder, setSearchOrder] = createSignal<ListOrder>('relevance')
  const [ids, setIds] = createSignal<readonly number[]>([])
  const [shelves, setShelves] = createSignal<Shelves>(NO_SHELVES)
  const [rows, setRows] = createSignal<ReadonlyMap<number, LibraryRow>>(new Map())
  const [selection, setSelection] = createSignal<Selection>(NOTHING_CHOSEN)
  const [ready, setReady] = createSignal(false)
  /** Counts the refreshes: rows of an earlier one are shown until their new ones are there. */
  const [generation, setGeneration] = createSignal(0)
  let asked = 0
  let fresh = new Set<number>()

  const searching = () => search().trim() !== ''
  const order = (): ListOrder => (searching() ? searchOrder() : shelf().kind === 'recent' ? 'opened' : browseOrder())
  const query = createMemo((): LibraryQuery => ({ search: search(), shelf: shelf(), order: order() }))
  const report = (error: unknown) => say(error instanceof Error ? error.message : String(error))

  async function refresh(): Promise<void> {
    const mine = ++asked
    try {
      const [found, listed] = await Promise.all([call('library.query', query()), call('library.shelves', undefined)])
      if (mine !== asked) return
      setSelection((before) => stillThere(ids(), found, before))
      setIds(found)
      setShelves(listed)
      fresh = new Set()
      setGeneration(mine)
      setReady(true)
    } catch (error) {
      if (mine === asked) report(error)
    }
  }

  createEffect(
    on([shown, query, changes], ([isShown]) => {
      if (isShown) void refresh()
    }),
  )

  /** A folder or tag that is gone is left. */
  createEffect(() => {
    const at = shelf()
    if (!ready() || !('id' in at)) return
    const there = (at.kind === 'folder' ? shelves().folders : shelves().tags).some(({ id }) => id === at.id)
    if (!there) setShelf({ kind: 'all' })
  })

  return {
    shelf,
    /** Shows a shelf from its beginning. */
    lookAt(next: LibraryShelf) {
      setSelection(NOTHING_CHOSEN)
      setShelf(next)
    },
    search,
    setSearch,
    searching,
    order,
    orderBy: (next: ListOrder) => (searching() ? setSearchOrder(next) : setBrowseOrder(next)),
    ids,
    shelves,
    /** Whether anything was found out yet. */
    ready,
    generation,
    refresh,
    rowOf: (id: number): LibraryRow | undefined => rows().get(id),
    /** Asks for the rows of what is in view that are not there yet. */
    async need(visible: readonly number[]) {
      const missing = visible.filter((id) => !fresh.has(id)).slice(0, MOST_ROWS)
      if (missing.length === 0) return
      const of = fresh
      for (const id of missing) of.add(id)
      try {
        const found = await call('library.rows', missing)
        if (of === fresh) setRows((all) => new Map([...all, ...found.map((row) => [row.id, row] as const)]))
      } catch (error) {
        report(error)
      }
    },
    selection,
    /** The chosen ones in the list's order. */
    chosen: () => ids().filter((id) => selection().chosen.has(id)),
    choose: (id: number, mode: ChoiceMode) => setSelection((before) => choose(ids(), before, id, mode)),
    chooseAll: () => setSelection((before) => chooseAll(ids(), before)),
    chooseNone: () => setSelection((before) => ({ ...NOTHING_CHOSEN, active: before.active })),
  }
}

export type Scenarios = ReturnType<typeof createScenarios>
