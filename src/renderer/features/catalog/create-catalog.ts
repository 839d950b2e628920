import { createSignal, onCleanup } from 'solid-js'
import type { CatalogName, OwnEntry } from '../../../shared/contract/catalog-calls.ts'
import type { CallOutput } from '../../../shared/contract/contract.ts'
import { call, listen } from '../../kernel/api.ts'
import { notify } from '../../ui/notices.tsx'

type Listed = CallOutput<'catalog.list'>
export type AcceleratorRow = Listed['accelerators'][number]
export type ModelRow = Listed['models'][number]

type History = CallOutput<'catalog.history'>
export type EntryChange = Pick<History['models'][number], 'change' | 'id' | 'kind' | 'at'> & {
  readonly before: unknown
  readonly after: unknown
}

/** The catalog as the window has it: read again whenever an entry is written, by whichever part of the window. */
export function createCatalog(initial: Listed) {
  const [listed, setListed] = createSignal(initial)
  const [history, setHistory] = createSignal<History>({ models: [], accelerators: [] })

  const telling = async <T>(task: () => Promise<T>): Promise<T | null> => {
    try {
      return await task()
    } catch (error) {
      notify(error instanceof Error ? error.message : String(error))
      return null
    }
  }
  const readHistory = () => telling(async () => setHistory(await call('catalog.history', undefined)))
  onCleanup(
    listen('catalog.changed', () => {
      void telling(async () => setListed(await call('catalog.list', undefined)))
      void readHistory()
    }),
  )
  void readHistory()

  const restore = (change: number) => telling(() => call('catalog.restore', change))
  return {
    listed,
    /** Changes of an entry, the newest first. */
    changesOf: (catalog: CatalogName, id: string): readonly EntryChange[] =>
      history()[catalog].filter((change) => change.id === id),
    /** The last change of every entry that is deleted, the newest first. */
    deleted: (catalog: CatalogName): readonly EntryChange[] => {
      const there = new Set<string>(listed()[catalog].map(({ id }) => id))
      return history()[catalog].filter(
        (change, at, all) =>
          change.kind === 'deleted' && !there.has(change.id) && all.findIndex(({ id }) => id === change.id) === at,
      )
    },
    /** Gives the id of the new entry; null where it could not be kept, which a notice tells. */
    create: (own: OwnEntry, copiedFrom: string | null) => telling(() => call('catalog.create', { own, copiedFrom })),
    /** Whether it was kept. */
    change: async (own: OwnEntry, id: string) =>
      (await telling(async () => {
        await call('catalog.change', { own, id })
        return true
      })) === true,
    async remove(catalog: CatalogName, id: string, name: string): Promise<void> {
      const change = await telling(() => call('catalog.delete', { catalog, id }))
      if (change !== null) notify(`“${name}” is deleted; the change log keeps it.`, () => void restore(change))
    },
    restore,
  }
}

export type Catalog = ReturnType<typeof createCatalog>
