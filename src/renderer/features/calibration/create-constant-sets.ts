import { createMemo, createSignal, onCleanup } from 'solid-js'
import type { OwnConstants, OwnSets } from '../../../shared/catalog/constants-set.ts'
import type { KeptSet } from '../../../shared/contract/calibration-calls.ts'
import { call, listen } from '../../kernel/api.ts'

/** The sets of constants that a person keeps, read again whenever one is kept, renamed or deleted in any window. */
export function createConstantSets(say: (message: string, undo?: () => void) => void) {
  const [list, setList] = createSignal<readonly KeptSet[]>([])
  const telling = async <T>(task: () => Promise<T>): Promise<T | null> => {
    try {
      return await task()
    } catch (error) {
      say(error instanceof Error ? error.message : String(error))
      return null
    }
  }
  const read = () => telling(async () => setList(await call('calibration.list', undefined)))
  onCleanup(listen('calibration.changed', () => void read()))
  void read()
  return {
    list,
    byId: createMemo((): OwnSets =>
      Object.fromEntries(list().map(({ id, name, notes, values }) => [id, { name, notes, values }])),
    ),
    /** Whether it was kept. */
    keep: async (set: OwnConstants): Promise<boolean> => (await telling(() => call('calibration.keep', set))) !== null,
    rename: (id: string, name: string) => telling(() => call('calibration.rename', { id, name })),
    /** Scenarios that use it have it themselves. */
    async remove({ id, name, notes, values }: KeptSet): Promise<void> {
      const gone = await telling(async () => {
        await call('calibration.delete', id)
        return true
      })
      if (gone === null) return
      say(`“${name}” is deleted; scenarios that use it keep it.`, () => {
        void telling(() => call('calibration.keep', { name, notes, values }))
      })
    },
  }
}

export type ConstantSets = ReturnType<typeof createConstantSets>
