import { createMemo, createSignal } from 'solid-js'
import {
  guessColumns,
  observedRows,
  readObservedFile,
  type ColumnMapping,
  type ObservedColumn,
} from '../../../shared/observed/observed-csv.ts'
import type { ObservedSet } from '../../../shared/observed/observed-set.ts'

/** A file of observed points whose columns are being understood. @throws InputError where the text holds none */
export function createImport(fileName: string, text: string) {
  const file = readObservedFile(text)
  const [mapping, setMapping] = createSignal<ColumnMapping>(guessColumns(file.header))
  const [about, setAbout] = createSignal<Omit<ObservedSet, 'points' | 'hidden'>>({
    name: fileName.replace(/\.\w+$/, ''),
    source: fileName,
    date: '',
    model: null,
    accelerator: null,
    usdPerGpuHour: null,
  })
  const rows = createMemo(() => observedRows(file, mapping()))
  return {
    fileName,
    header: file.header,
    mapping,
    /** A column holds one thing: what had it before loses it. */
    map(id: ObservedColumn, at: number | null) {
      const rest = Object.entries(mapping()).map(([other, column]) => [other, column === at ? null : column] as const)
      setMapping({ ...(Object.fromEntries(rest) as ColumnMapping), [id]: at })
    },
    about,
    say: (patch: Partial<ReturnType<typeof about>>) => setAbout((before) => ({ ...before, ...patch })),
    rows,
    set: (): ObservedSet => ({ ...about(), hidden: false, points: [...rows().points] }),
  }
}

export type Import = ReturnType<typeof createImport>
