import { createEffect, createSignal, on, onCleanup, type Accessor } from 'solid-js'
import type { CallOutput } from '../../../shared/contract/contract.ts'
import type { KeptBy } from '../../../shared/contract/library-calls.ts'
import { GALLERY, type GalleryEntry } from '../../../shared/scenario/gallery.ts'
import type { Scenario } from '../../../shared/scenario/scenario.ts'
import { call } from '../../kernel/api.ts'

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
  let stored: Scenario = scenario()
  let saving: Promise<void> = Promise.resolve()

  const report = (error: unknown) => say(error instanceof Error ? error.message : String(error))
  const refresh = async () => setEntries(await call('scenario.list', undefined))

  async function write(id: number | null): Promise<void> {
    const before = stored
    const next = scenario()
    stored = next
    try {
      const summary = await call('scenario.save', { id, scenario: next })
      if (id === null) setOpened({ kind: 'saved', id: summary.id })
      setSavedAt(summary.savedAt)
      setEntries((all) => [summary, ...all.filter((entry) => entry.id !== summary.id)])
    } catch (error) {
      if (stored === next) stored = before
      report(error)
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

  createEffect(
    on(
      scenario,
      (next) => {
        if (next !== stored) void save()
      },
      { defer: true },
    ),
  )
  const flushOnHide = () => void flush()
  window.addEventListener('pagehide', flushOnHide)
  onCleanup(() => window.removeEventListener('pagehide', flushOnHide))

  function show(next: Scenario, as: Opened, at: number | null): void {
    stored = next
    load(next)
    stored = scenario()
    setOpened(as)
    setSavedAt(at)
  }

  /** Saves, and makes what is saved a version that stays. */
  async function keep(by: KeptBy): Promise<void> {
    await save()
    const id = idOf(opened())
    if (id !== null) await call('versions.keep', { scenario: id, by })
  }

  /** Shows the gallery's first where the one that is open is among those that go away. */
  async function closeIfAmong(ids: readonly number[]): Promise<void> {
    const id = idOf(opened())
    if (id === null || !ids.includes(id)) return
    await flush()
    show(GALLERY[0]!.scenario, { kind: 'gallery', id: GALLERY[0]!.id }, null)
  }

  async function open(id: number): Promise<void> {
    await flush()
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
    /** Whether the scenario is in the library as it is shown. */
    isSaved: () => savedAt() !== null && !unsaved(),
    save,
    keep,
    open,
    refresh,
    closeIfAmong,
    /** Shows a comparison that is saved with its first edit only. */
    async preview(next: Scenario) {
      await flush()
      show(next, { kind: 'new' }, null)
    },
    /** Reads the list and shows the scenario that was open last, if it is still there. */
    async start(last: number | null) {
      try {
        await refresh()
        if (last !== null) await open(last)
      } catch (error) {
        report(error)
      }
    },
    async openGallery(entry: GalleryEntry) {
      await flush()
      show(entry.scenario, { kind: 'gallery', id: entry.id }, null)
    },
    /** Shows a scenario that is in no library yet, as read from a file, and saves it. */
    async adopt(next: Scenario) {
      await flush()
      show(next, { kind: 'new' }, null)
      await save()
    },
    async saveAsCopy() {
      await flush()
      show({ ...scenario(), name: `${scenario().name} (copy)` }, { kind: 'new' }, null)
      await save()
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
        await closeIfAmong([entry.id])
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
