import type { Folder } from '../../../shared/contract/library-calls.ts'
import { call } from '../../kernel/api.ts'
import type { Scenarios } from './create-scenarios.ts'

export interface BulkParts {
  readonly scenarios: Scenarios
  /** Saves and closes the open scenario where it is among those that go away; false where it has to stay. */
  readonly close: (ids: readonly number[]) => Promise<boolean>
  /** Brings the list beside the page up to date. */
  readonly afterwards: () => Promise<unknown>
  readonly say: (message: string, undo?: () => void) => void
}

const counted = (count: number): string => `${count} ${count === 1 ? 'scenario' : 'scenarios'}`

/** What is done to the chosen scenarios, and to folders: each with a notice that undoes it. */
export function createBulkCommands({ scenarios, close, afterwards, say }: BulkParts) {
  async function doing(work: () => Promise<void>): Promise<void> {
    try {
      await work()
    } catch (error) {
      say(error instanceof Error ? error.message : String(error))
    }
    await Promise.all([scenarios.refresh(), afterwards()])
  }
  const undoing = (work: () => Promise<unknown>) => () => void doing(async () => void (await work()))

  return {
    move: (ids: readonly number[], folder: Folder | null) =>
      doing(async () => {
        const undo = await call('library.move', [{ ids: [...ids], folder: folder?.id ?? null }])
        say(
          `${counted(ids.length)} moved ${folder === null ? 'out of their folders' : `to “${folder.name}”`}.`,
          undoing(() => call('library.move', undo)),
        )
      }),
    tag: (ids: readonly number[], tag: string, on: boolean) =>
      doing(async () => {
        const changed = await call('library.tag', { ids: [...ids], tag, on })
        if (changed.length === 0) {
          say(on ? `All of them are tagged “${tag}” already.` : `None of them is tagged “${tag}”.`)
          return
        }
        say(
          `${counted(changed.length)} ${on ? '' : 'no longer '}tagged “${tag}”.`,
          undoing(() => call('library.tag', { ids: changed, tag, on: !on })),
        )
      }),
    favourite: (ids: readonly number[], on: boolean) =>
      doing(async () => void (await call('library.favourite', { ids: [...ids], on }))),
    bin: (ids: readonly number[]) =>
      doing(async () => {
        if (!(await close(ids))) return
        const binned = await call('library.bin', { ids: [...ids], on: true })
        say(
          `${counted(binned.length)} in the bin.`,
          undoing(() => call('library.bin', { ids: binned, on: false })),
        )
      }),
    restore: (ids: readonly number[]) =>
      doing(async () => {
        const restored = await call('library.bin', { ids: [...ids], on: false })
        say(
          `${counted(restored.length)} restored.`,
          undoing(() => call('library.bin', { ids: restored, on: true })),
        )
      }),
    purge: (ids: readonly number[]) =>
      doing(async () => {
        const count = await call('library.purge', [...ids])
        say(`${counted(count)} deleted for good.`)
      }),
    rename: (work: () => Promise<unknown>) => doing(async () => void (await work())),
    createFolder: (name: string, parent: number | null) =>
      doing(async () => {
        const { id } = await call('library.createFolder', { name, parent })
        await scenarios.refresh()
        scenarios.lookAt({ kind: 'folder', id })
      }),
    renameFolder: (id: number, name: string) =>
      doing(async () => void (await call('library.renameFolder', { id, name }))),
    moveFolder: (folder: Folder, parent: Folder | null) =>
      doing(async () => {
        await call('library.moveFolder', { id: folder.id, parent: parent?.id ?? null })
        say(
          `“${folder.name}” moved ${parent === null ? 'to the top' : `into “${parent.name}”`}.`,
          undoing(() => call('library.moveFolder', { id: folder.id, parent: folder.parent })),
        )
      }),
    removeFolder: (folder: Folder) =>
      doing(async () => {
        const removed = await call('library.removeFolder', folder.id)
        say(
          `Folder “${folder.name}” deleted; what was in it is where the folder was.`,
          undoing(() => call('library.restoreFolder', removed)),
        )
      }),
  }
}

export type BulkCommands = ReturnType<typeof createBulkCommands>
