import { createEffect, createSignal, on, onCleanup, type Accessor } from 'solid-js'
import type { CallOutput } from '../../../shared/contract/contract.ts'
import type { KeptBy } from '../../../shared/contract/library-calls.ts'
import { GALLERY, type GalleryEntry } from '../../../shared/scenario/gallery.ts'
import type { Scenario } from '../../../shared/scenario/scenario.ts'
import { call, listen } from '../../kernel/api.ts'

export type ScenarioSummary = CallOutput<'scenario.list'>[number]

/** What is open: an entry of the library, an untouched comparison of the gallery, or something not saved yet. */
export type Opened =
  | { readonly kind: 'saved'; readonly id: number }
  | { readonly kind: 'gallery'; readonly id: string }
  | { readonly kind: 'new' }

/** As many as fit beside the favourites; the page of all scenarios has the others. */
const MOST_RECENT = 12

/**
 * The saved scenarios and the one that is open. An open one is saved with each edit, so that a crash loses nothing;
 * a comparison of the gallery becomes an entry of the library with its first edit.
 */
export function createLibrary(
  scenario: Accessor<Scenario>,
  load: (scenario: Scenario) => void,
  say: (message: string, undo?: () => void) => void,
) {
  const [entries, setEntries] = createSignal<readonly ScenarioSummary[]>([])
  const [opened, setOpened] = createSignal<Opened>({ kind: 'gallery', id: GALLERY[0]!.id })
  const [savedAt, setSavedAt] = createSignal<number | null>(null)
  const [problem, setProblem] = createSignal<string | null>(null)
  /** What the library holds of the open scenario, or is being given; null where it could not be given the last. */
  let stored: Scenario | null = scenario()
  let saving: Promise<void> = Promise.resolve()

  const report = (error: unknown) => say(error instanceof Error ? error.message : String(error))
  const refresh = async () => setEntries(await call('scenario.list', undefined))

  async function write(id: number | null): Promise<void> {
    const next = scenario()
    stored = next
    try {
      const summary = await call('scenario.save', { id, scenario: next })
      if (id === null) setOpened({ kind: 'saved', id: summary.id })
      setSavedAt(summary.savedAt)
      setProblem(null)
      setEntries((all) => [summary, ...all.filter((entry) => entry.id !== summary.id)])
    } catch (error) {
      if (stored === next) stored = null
      // Each edit tries again: what is wrong is told once.
      const message = error instanceof Error ? error.message : String(error)
      if (message !== problem()) say(message)
      setProblem(message)
    }
  }

  const idOf = (at: Opened): number | null => (at.kind === 'saved' ? at.id : null)
  const unsaved = (): boolean => scenario() !== stored || idOf(opened()) === null

  /**
   * Saves what is not saved yet. Main takes saves in their order, so none waits for the one before, which a crash could
   * come between; only the first of a new scenario is waited for, so that it gets one entry.
   */
  function save(): Promise<void> {
    const id = idOf(opened())
    const writing = id !== null && unsaved() ? write(id) : null
    saving = saving.then(() => writing ?? (unsaved() ? write(idOf(opened())) : undefined))
    return saving
  }

  const flush = (): Promise<void> => (scenario() === stored ? saving : save())

  /** Saves before something else is shown; false where that failed, and what is shown would be lost. */
  async function leave(): Promise<boolean> {
    await flush()
    if (stored !== null) return true
    say(`“${scenario().name}” stays open: its last changes are not saved. Save again, or as a scenario file elsewhere.`)
    return false
  }

  createEffect(
    on(
      scenario,
      (next) => {
        if (next !== stored) void save()
      },
      { defer: true },
    ),
  )
  onCleanup(listen('library.changed', () => void refresh().catch(report)))
  const flushOnHide = () => void flush()
  window.addEventListener('pagehide', flushOnHide)
  const stayWithUnsaved = (event: BeforeUnloadEvent) => {
    if (problem() !== null) event.preventDefault()
  }
  window.addEventListener('beforeunload', stayWithUnsaved)
  onCleanup(() => {
    window.removeEventListener('pagehide', flushOnHide)
    window.removeEventListener('beforeunload', stayWithUnsaved)
  })

  function show(next: Scenario, as: Opened, at: number | null): void {
    stored = next
    load(next)
    stored = scenario()
    setOpened(as)
    if (as.kind !== 'saved') void call('scenario.leave', undefined).catch(report)
    setSavedAt(at)
    setProblem(null)
  }

  /** Saves, and makes what is saved a version that stays; false where it could not be saved. */
  async function keep(by: KeptBy): Promise<boolean> {
    await save()
    const id = idOf(opened())
    if (id === null || problem() !== null) return false
    await call('versions.keep', { scenario: id, by })
    return true
  }

  /** Shows the gallery's first where the one that is open is among those that go away; false where it has to stay. */
  async function closeIfAmong(ids: readonly number[]): Promise<boolean> {
    const id = idOf(opened())
    if (id === null || !ids.includes(id)) return true
    if (!(await leave())) return false
    show(GALLERY[0]!.scenario, { kind: 'gallery', id: GALLERY[0]!.id }, null)
    return true
  }

  async function open(id: number): Promise<void> {
    if (!(await leave())) return
    try {
      show(
        await call('scenario.open', id),
        { kind: 'saved', id },
        entries().find((one) => one.id === id)?.savedAt ?? null,
      )
      if (entries().every((entry) => entry.id !== id)) {
        await refresh()
        setSavedAt(entries().find((one) => one.id === id)?.savedAt ?? null)
      }
    } catch (error) {
      report(error)
    }
  }

  return {
    entries,
    favourites: () => entries().filter(({ favourite }) => favourite),
    /** The others of the last saved or opened. */
    recent: () =>
      entries()
        .filter(({ favourite }) => !favourite)
        .slice(0, MOST_RECENT),
    opened,
    savedAt,
    /** Why the last changes are not saved; null while they are. */
    problem,
    /** Whether the scenario is in the library as it is shown. */
    isSaved: () => savedAt() !== null && !unsaved(),
    save,
    /** Saves the last edits, and nothing where there are none. */
    flush,
    keep,
    open,
    refresh,
    closeIfAmong,
    /** Shows a comparison that is saved with its first edit only. */
    async preview(next: Scenario) {
      if (await leave()) show(next, { kind: 'new' }, null)
    },
    /** Reads the list and shows a saved scenario. */
    async start(first: number | null) {
      try {
        await refresh()
        if (first !== null) await open(first)
      } catch (error) {
        report(error)
      }
    },
    async openGallery(entry: GalleryEntry) {
      if (!(await leave())) return
      show(entry.scenario, { kind: 'gallery', id: entry.id }, null)
    },
    /** Shows a scenario that is in no library yet, as read from a file, and saves it. */
    async adopt(next: Scenario) {
      if (!(await leave())) return
      show(next, { kind: 'new' }, null)
      await save()
    },
    async saveAsCopy() {
      await flush()
      show({ ...scenario(), name: `${scenario().name} (copy)` }, { kind: 'new' }, null)
      await save()
    },
    /** Shows a scenario in a window of its own, or the window that has it open already. */
    async openInWindow({ id }: ScenarioSummary) {
      await flush()
      await call('window.open', id).catch(report)
    },
    async rename(id: number, name: string) {
      try {
        await call('scenario.rename', { id, name })
        await refresh()
      } catch (error) {
        report(error)
      }
    },
    async setFavourite({ id }: ScenarioSummary, favourite: boolean) {
      try {
        await call('library.favourite', { ids: [id], on: favourite })
        await refresh()
      } catch (error) {
        report(error)
      }
    },
    async remove(entry: ScenarioSummary) {
      try {
        if (!(await closeIfAmong([entry.id]))) return
        const ids = [entry.id]
        await call('library.bin', { ids, on: true })
        await refresh()
        say(`“${entry.name}” is in the bin.`, () => {
          void call('library.bin', { ids, on: false }).then(refresh).catch(report)
        })
      } catch (error) {
        report(error)
      }
    },
  }
}

export type Library = ReturnType<typeof createLibrary>
