import { createMemo, createSignal, onCleanup } from 'solid-js'
import type { Catalog } from '../../../shared/catalog/builtin.ts'
import type { IncomingFile, OnDiffering, Standing } from '../../../shared/contract/incoming-calls.ts'
import { broughtAlong } from '../../../shared/report/brought-along.ts'
import { outcomeOf } from '../../../shared/scenario/outcome-of.ts'
import type { Scenario } from '../../../shared/scenario/scenario.ts'
import { call, listen } from '../../kernel/api.ts'
import type { Library } from '../library/create-library.ts'
import { compareWithMine, type Compared } from '../versions/compare-with-mine.ts'
import type { Workspace } from '../workspace/create-workspace.ts'

/** A file that was read, and how it stands to the library; null for one that could not be read. */
export interface Incoming extends IncomingFile {
  readonly standing: Standing | null
}

/** Scenario files from outside: nothing of them is stored before the person says so. */
export function createIncoming(
  workspace: Workspace,
  library: Library,
  catalog: () => Catalog,
  say: (message: string) => void,
) {
  const [files, setFiles] = createSignal<readonly Incoming[]>([])
  const [compared, setCompared] = createSignal<Compared | null>(null)
  const [onDiffering, setOnDiffering] = createSignal<OnDiffering>('both')
  const good = createMemo(() =>
    files().flatMap(({ scenario, standing }) => (scenario && standing ? [{ scenario, standing }] : [])),
  )
  const telling = async (work: () => Promise<void>) => {
    try {
      await work()
    } catch (error) {
      say(error instanceof Error ? error.message : String(error))
    }
  }

  async function take(read: readonly IncomingFile[]): Promise<void> {
    const scenarios = read.flatMap(({ scenario }) => (scenario === null ? [] : [scenario]))
    const standings = await call('library.standing', scenarios)
    setFiles((all) => [
      ...all,
      ...read.map((file) => ({ ...file, standing: file.scenario && standings[scenarios.indexOf(file.scenario)]! })),
    ])
  }
  const takeWaiting = () => telling(async () => take(await call('file.waiting', undefined)))
  onCleanup(listen('file.arrived', () => void takeWaiting()))
  void takeWaiting()

  return {
    files,
    onDiffering,
    setOnDiffering,
    /** Whether any is named as a saved one with other content. */
    anyDiffers: () => good().some(({ standing }) => standing.state === 'differs'),
    differencesOf: (scenario: Scenario) => broughtAlong(scenario, catalog()),
    /** How many would be added now: none that the library has already. */
    toAdd: () => good().filter(({ standing }) => outcomeOf(standing.state, onDiffering()) !== 'kept').length,
    readable: () => good().length,
    chooseFiles: () => telling(async () => take(await call('file.open', undefined))),
    /** Takes the text of a dropped file. */
    drop: (fileName: string, text: string) =>
      telling(async () => {
        try {
          await take([{ fileName, scenario: await call('file.read', text), problem: null }])
        } catch (error) {
          await take([{ fileName, scenario: null, problem: error instanceof Error ? error.message : String(error) }])
        }
      }),
    compared,
    compare: ({ scenario, standing }: Incoming) =>
      telling(async () => {
        if (scenario === null || standing === null || standing.id === null) return
        setCompared(await compareWithMine(workspace, library, standing.id, scenario))
      }),
    backToFiles: () => setCompared(null),
    close: () => {
      setFiles([])
      setCompared(null)
    },
    /** Shows the first as it is; it is saved with its first edit only. */
    look: () =>
      telling(async () => {
        const [first] = good()
        setFiles([])
        if (first !== undefined) await library.preview(first.scenario)
      }),
    add: () =>
      telling(async () => {
        const given = good()
        let open: number | null = null
        let added = 0
        for (const { scenario, standing } of given) {
          const replaces = outcomeOf(standing.state, onDiffering()) === 'replaced'
          if (replaces && !(await library.closeIfAmong([standing.id!]))) return
          const { outcome, id } = await call('library.take', { scenario, onDiffering: onDiffering() })
          open ??= id
          if (outcome !== 'kept') added++
        }
        setFiles([])
        await library.refresh()
        if (open !== null) await library.open(open)
        say(`${added === 1 ? '1 scenario' : `${added} scenarios`} added to the library.`)
      }),
  }
}

export type IncomingFiles = ReturnType<typeof createIncoming>
