import { createEffect, createSignal, untrack } from 'solid-js'
import type { OutdatedSeries } from '../../../shared/contract/library-calls.ts'
import { call } from '../../kernel/api.ts'
import type { Library } from '../library/create-library.ts'
import type { Workspace } from '../workspace/create-workspace.ts'

/**
 * Keeps the open scenario's results with it once they are computed, and knows which of the stored ones today's catalog or
 * app would not give.
 */
export function createOldNumbers(workspace: Workspace, library: Library, say: (message: string) => void) {
  const [outdated, setOutdated] = createSignal<readonly OutdatedSeries[]>([])
  let asked = 0
  const report = (error: unknown) => say(error instanceof Error ? error.message : String(error))

  const savedId = (): number | null => {
    const opened = library.opened()
    return opened.kind === 'saved' && library.isSaved() ? opened.id : null
  }

  async function record(id: number): Promise<void> {
    const mine = ++asked
    try {
      const found = await call('results.record', id)
      if (mine === asked) setOutdated(found)
    } catch (error) {
      if (mine === asked) report(error)
    }
  }

  createEffect(() => {
    const opened = library.opened()
    if (opened.kind !== 'saved') {
      asked++
      setOutdated([])
      return
    }
    const id = savedId()
    workspace.document.scenario()
    if (id !== null && !workspace.frontiers.computing()) untrack(() => void record(id))
  })

  return {
    outdated,
    /** Shows the series with their old and today's figures, as a comparison that is not saved. */
    async compare() {
      const id = savedId()
      if (id === null) return
      try {
        await library.preview(await call('results.compare', id))
      } catch (error) {
        report(error)
      }
    },
    /** Takes today's numbers; the old ones stay with the version before. */
    async accept() {
      const id = savedId()
      if (id === null) return
      try {
        await call('results.accept', id)
        await record(id)
      } catch (error) {
        report(error)
      }
    },
  }
}

export type OldNumbers = ReturnType<typeof createOldNumbers>
