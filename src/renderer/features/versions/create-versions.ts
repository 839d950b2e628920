import { createSignal } from 'solid-js'
import type { Version } from '../../../shared/contract/library-calls.ts'
import { call } from '../../kernel/api.ts'
import { clock, day, dayAndClock } from '../../ui/time-in-words.ts'
import type { Library } from '../library/create-library.ts'
import type { Workspace } from '../workspace/create-workspace.ts'
import { showBoth } from './show-both.ts'

type Say = (message: string, undo?: () => void) => void

/** What a version is called: its name, or when it was saved. */
export const versionTitle = ({ name, savedAt }: Pick<Version, 'name' | 'savedAt'>): string =>
  name ?? dayAndClock(savedAt)

/** Labels that tell two versions apart, as short as they can be. */
function labelsOf(a: Version, b: Version): [string, string] {
  const short = [a, b].map(
    ({ name, savedAt }) => name ?? (day(a.savedAt) === day(b.savedAt) ? clock(savedAt) : day(savedAt)),
  )
  const [first, second] = short as [string, string]
  return first === second ? [`${first}, earlier`, `${second}, later`] : [first, second]
}

/** The versions of the scenario that is open. */
export function createVersions(workspace: Workspace, library: Library, say: Say) {
  const [shown, setShown] = createSignal(false)
  const [versions, setVersions] = createSignal<readonly Version[]>([])
  const [more, setMore] = createSignal(false)
  const [marked, setMarked] = createSignal<ReadonlySet<number>>(new Set())

  const telling = async (work: () => Promise<unknown>) => {
    try {
      await work()
    } catch (error) {
      say(error instanceof Error ? error.message : String(error))
    }
  }
  const scenarioId = (): number | null => {
    const opened = library.opened()
    return opened.kind === 'saved' ? opened.id : null
  }

  async function read(before: number | null): Promise<void> {
    const scenario = scenarioId()
    if (scenario === null) return
    const page = await call('versions.list', { scenario, before })
    setVersions((all) => (before === null ? page.versions : [...all, ...page.versions]))
    setMore(page.more)
  }

  return {
    shown,
    versions,
    more,
    marked,
    show: () =>
      telling(async () => {
        if (scenarioId() === null) {
          say('Versions are kept from the first edit on: this comparison is not in the library yet.')
          return
        }
        await library.save()
        setMarked(new Set<number>())
        await read(null)
        setShown(true)
      }),
    close: () => setShown(false),
    showMore: () => telling(() => read(versions().at(-1)?.id ?? null)),
    /** Marks a version for a comparison; of three the one marked first is left out. */
    mark: (id: number, on: boolean) =>
      setMarked((all) => new Set([...[...all].filter((other) => other !== id), ...(on ? [id] : [])].slice(-2))),
    rename: (id: number, name: string | null) =>
      telling(async () => {
        await call('versions.name', { id, name })
        setVersions((all) => all.map((one) => (one.id === id ? { ...one, name } : one)))
      }),
    /** Makes a version the present one again; what is present is kept before it. */
    restore: (version: Version) =>
      telling(async () => {
        const scenario = await call('versions.open', version.id)
        if (!(await library.keep('save'))) return
        workspace.document.replace(scenario, `Restore ${versionTitle(version)}`)
        await library.keep('restore')
        setShown(false)
        say(`The version “${versionTitle(version)}” is restored.`, workspace.document.undo)
      }),
    /** Shows two versions as one comparison, a panel for each. */
    compare: () =>
      telling(async () => {
        const [later, earlier] = versions().filter(({ id }) => marked().has(id))
        if (later === undefined || earlier === undefined) return
        const [was, is] = await Promise.all([call('versions.open', earlier.id), call('versions.open', later.id)])
        const labels = labelsOf(earlier, later)
        await showBoth(workspace, library, [
          { label: labels[0], scenario: was },
          { label: labels[1], scenario: is },
        ])
        setShown(false)
      }),
  }
}

export type Versions = ReturnType<typeof createVersions>
