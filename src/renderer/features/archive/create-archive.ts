import { createSignal, onCleanup } from 'solid-js'
import type { ArchiveChoice, ArchivePreview } from '../../../shared/contract/archive-calls.ts'
import type { EventPayload } from '../../../shared/contract/contract.ts'
import { call, listen } from '../../kernel/api.ts'
import type { Library } from '../library/create-library.ts'
import { compareWithMine, type Compared } from '../versions/compare-with-mine.ts'
import type { Workspace } from '../workspace/create-workspace.ts'

/** What takes less is not told of. */
const TELL_AFTER_MS = 300

/** A whole library written into one file, and one that was read and is not imported yet. */
export function createArchive(workspace: Workspace, library: Library, say: (message: string) => void) {
  const [preview, setPreview] = createSignal<ArchivePreview | null>(null)
  const [progress, setProgress] = createSignal<EventPayload<'archive.progress'> | null>(null)
  const [compared, setCompared] = createSignal<Compared | null>(null)
  const [busy, setBusy] = createSignal(false)
  const [forAll, setForAll] = createSignal<ArchiveChoice>('mine')
  const [own, setOwn] = createSignal<ReadonlyMap<string, ArchiveChoice>>(new Map())
  let telling = false

  onCleanup(listen('archive.progress', (at) => telling && setProgress(at)))

  /** One at a time: what is asked for meanwhile is dropped. */
  async function working(work: () => Promise<void>): Promise<void> {
    if (busy()) return
    setBusy(true)
    const timer = setTimeout(() => (telling = true), TELL_AFTER_MS)
    try {
      await work()
    } catch (error) {
      say(error instanceof Error ? error.message : String(error))
    } finally {
      clearTimeout(timer)
      telling = false
      setProgress(null)
      setBusy(false)
    }
  }

  const differing = () =>
    [...(preview()?.scenarios ?? []), ...(preview()?.entries ?? [])].filter(({ state }) => state === 'differs')
  const choiceOf = (key: string): ArchiveChoice => own().get(key) ?? forAll()
  const forget = () => {
    setPreview(null)
    setCompared(null)
    setOwn(new Map())
    setForAll('mine')
  }

  return {
    preview,
    /** How far it has come, where it takes long. */
    progress,
    busy,
    differing,
    choiceOf,
    /** What holds for all that have no choice of their own. */
    forAll,
    chooseForAll(choice: ArchiveChoice) {
      setOwn(new Map())
      setForAll(choice)
    },
    choose: (key: string, choice: ArchiveChoice) => setOwn((all) => new Map([...all, [key, choice]])),
    compared,
    /** Shows a scenario of the file beside one's own of its name. */
    compare: (key: string, mineId: number) =>
      working(async () => {
        const read = preview()
        if (read === null) return
        const theirs = await call('archive.look', { token: read.token, key })
        setCompared(await compareWithMine(workspace, library, mineId, theirs))
      }),
    backToFile: () => setCompared(null),
    exportAll: () =>
      working(async () => {
        await library.flush()
        const written = await call('archive.export', undefined)
        if (written !== null) say(`${written.fileName} holds ${written.says}.`)
      }),
    open: () =>
      working(async () => {
        await library.flush()
        forget()
        setPreview(await call('archive.open', undefined))
      }),
    close() {
      const read = preview()
      forget()
      if (read !== null) void call('archive.close', read.token)
    },
    importAll: () =>
      working(async () => {
        const read = preview()
        if (read === null) return
        await library.flush()
        const choices = differing().map(({ key }) => ({ key, choice: choiceOf(key) }))
        const { says, replaced } = await call('archive.import', { token: read.token, choices })
        forget()
        const opened = library.opened()
        if (opened.kind === 'saved' && replaced.includes(opened.id)) await library.open(opened.id)
        say(says)
      }),
  }
}

export type Archive = ReturnType<typeof createArchive>
