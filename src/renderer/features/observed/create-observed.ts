import { createSignal } from 'solid-js'
import { listPrice } from '../../../shared/catalog/accelerator-entry.ts'
import type { Catalog } from '../../../shared/catalog/builtin.ts'
import { isObservationOf } from '../../../shared/observed/nearest-prediction.ts'
import { MOST_OBSERVED_SETS, observedCost, type ObservedSet } from '../../../shared/observed/observed-set.ts'
import { call } from '../../kernel/api.ts'
import type { Workspace } from '../workspace/create-workspace.ts'
import { createImport, type Import } from './create-import.ts'

/** Observed points of the comparison: the sets in it, those that ship with the app, and a file being imported. */
export function createObserved(workspace: Workspace, catalog: () => Catalog, say: (message: string) => void) {
  const [isOpen, setOpen] = createSignal(false)
  const [shipped, setShipped] = createSignal<readonly ObservedSet[]>([])
  const [importing, setImporting] = createSignal<Import | null>(null)
  const { document } = workspace
  const sets = (): readonly ObservedSet[] => document.scenario().observed

  /** What a GPU of the set costs in this comparison, else by its list price. */
  const usualPrice = ({ accelerator }: ObservedSet): number | null => {
    if (accelerator === null) return null
    const one = workspace.shown().find(({ series }) => series.accelerator === accelerator)
    const entry = catalog().accelerators[accelerator]
    return one?.result.usdPerGpuHour ?? (entry === undefined ? null : listPrice(entry))
  }
  const needsPrice = (set: ObservedSet): boolean => set.points.some(({ usdPerMillionTokens: cost }) => cost === null)

  const replace = (at: number, patch: Partial<ObservedSet>, says: string, kind: string | null = null) =>
    document.setObserved(
      sets().map((set, i) => (i === at ? { ...set, ...patch } : set)),
      says,
      kind,
    )

  const startImport = (fileName: string, text: string) => {
    try {
      setImporting(createImport(fileName, text))
      setOpen(true)
    } catch (error) {
      say(`${fileName}: ${error instanceof Error ? error.message : String(error)}`)
    }
  }

  return {
    isOpen,
    sets,
    importing,
    needsPrice,
    /** Whether another set fits in. */
    hasRoom: () => sets().length < MOST_OBSERVED_SETS,
    /** The sets that ship with the app and are not in the comparison; those of its series first. */
    offered(): readonly ObservedSet[] {
      const keyOf = ({ name, source }: ObservedSet) => JSON.stringify([name, source])
      const here = new Set(sets().map(keyOf))
      const isHere = (set: ObservedSet) => document.keyed().some(({ series }) => isObservationOf(set, series))
      const rest = shipped().filter((set) => !here.has(keyOf(set)))
      return [...rest.filter(isHere), ...rest.filter((set) => !isHere(set))]
    },
    /** How many points of a set have no cost, so that charts of cost leave them out. */
    withoutCost: (set: ObservedSet): number => set.points.filter((point) => observedCost(set, point) === null).length,
    async show() {
      setOpen(true)
      if (shipped().length > 0) return
      try {
        setShipped(await call('observed.shipped', undefined))
      } catch (error) {
        say(error instanceof Error ? error.message : String(error))
      }
    },
    close() {
      setOpen(false)
      setImporting(null)
    },
    add(set: ObservedSet) {
      const priced = needsPrice(set) && set.usdPerGpuHour === null ? { ...set, usdPerGpuHour: usualPrice(set) } : set
      document.setObserved([...sets(), priced], `Add observed points: ${set.name}`)
      setImporting(null)
    },
    remove(at: number) {
      document.setObserved(sets().toSpliced(at, 1), `Remove observed points: ${sets()[at]!.name}`)
    },
    toggle(at: number) {
      const { hidden, name } = sets()[at]!
      replace(at, { hidden: !hidden }, `${hidden ? 'Show' : 'Hide'} observed points: ${name}`)
    },
    setPrice(at: number, usdPerGpuHour: number | null) {
      replace(at, { usdPerGpuHour }, `Price of observed points: ${sets()[at]!.name}`, `observed price ${at}`)
    },
    startImport,
    async openCsv() {
      try {
        const chosen = await call('observed.openCsv', undefined)
        if (chosen !== null) startImport(chosen.fileName, chosen.text)
      } catch (error) {
        say(error instanceof Error ? error.message : String(error))
      }
    },
    leaveImport: () => setImporting(null),
  }
}

export type Observed = ReturnType<typeof createObserved>
