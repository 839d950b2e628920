import { createMemo, createSignal } from 'solid-js'
import {
  acceleratorEntrySchema,
  isPaperAccelerator,
  type AcceleratorEntry,
} from '../../../shared/catalog/accelerator-entry.ts'
import { pricedFiguresOf } from '../../../shared/catalog/accelerator-figures.ts'
import { acceleratorFindings } from '../../../shared/catalog/accelerator-sanity.ts'
import { withOwnSources } from '../../../shared/catalog/figure.ts'
import { parsedEntry } from '../../../shared/catalog/finding.ts'
import type { AcceleratorRow, Catalog } from '../catalog/create-catalog.ts'
import { createEntryDraft } from '../catalog/create-entry-draft.ts'
import { createEntryTable } from '../catalog/create-entry-table.ts'
import { ownFirst } from '../catalog/entry-listing.ts'
import { monthText, thisMonth } from '../catalog/this-month.ts'
import {
  ACCELERATOR_COLUMNS,
  ACCELERATOR_FILTERS,
  acceleratorRowName,
  makerOf,
  USUAL_COLUMNS,
} from './accelerator-columns.ts'

/** What an accelerator that is made from nothing begins with; figures are for the person to give. */
const blankAccelerator = (year: number) => ({
  id: '',
  name: '',
  vendor: '',
  year,
  status: 'own entry',
  unit: 'one GPU',
  flopPerSecond: { 4: null, 8: null, 16: null, 32: null },
  formats: { 16: 'bf16/fp16' },
  memoryType: '',
  hbmBytes: null,
  hbmBandwidthBytesPerSecond: null,
  l2CacheBytes: null,
  scaleUp: { tech: '', domainSize: null, perGpuBandwidthBytesPerSecond: null, topology: '' },
  scaleOut: { tech: '', perGpuBandwidthBytesPerSecond: null },
  tdpWatts: null,
  priceUsdPerHour: { value: null, kind: null, asOf: null },
  otherPrices: [],
  collectiveLatencyFamily: 'nccl',
  paperCollectiveFunction: 'nccl',
  confidence: {},
  sources: {},
})

/** State of the page of accelerators: the table, the entry that is looked at, and the one that is edited. */
export function createAccelerators(catalog: Catalog) {
  const rows = createMemo(() => ownFirst(catalog.listed().accelerators))
  /** Entries that came with the app: what is plausible is their range. */
  const believed = () => rows().flatMap(({ origin, entry }) => (origin === 'user' ? [] : [entry]))
  const table = createEntryTable<AcceleratorRow>({
    rows,
    columns: ACCELERATOR_COLUMNS,
    usual: USUAL_COLUMNS,
    filters: ACCELERATOR_FILTERS,
    name: acceleratorRowName,
    words: (row) => `${row.id} ${acceleratorRowName(row)} ${makerOf(row)}`,
  })
  const [comparing, setComparing] = createSignal(false)
  const draft = createEntryDraft<AcceleratorEntry>((value) => {
    const parsed = parsedEntry(acceleratorEntrySchema, value)
    return parsed.entry === null ? parsed : { ...parsed, findings: acceleratorFindings(parsed.entry, believed()) }
  })

  const named = (entry: AcceleratorEntry, name: string): AcceleratorEntry =>
    isPaperAccelerator(entry) ? { ...entry, label: name } : { ...entry, name }

  return {
    catalog,
    table,
    draft,
    comparing: () => comparing() && table.compared().length > 1,
    setComparing,
    findingsOf: (entry: AcceleratorEntry) => acceleratorFindings(entry, believed()),
    entryOf: (id: string) => rows().find((row) => row.id === id)?.entry,
    startNew: () =>
      draft.begin({
        id: null,
        copiedFrom: null,
        title: 'New accelerator',
        start: blankAccelerator(thisMonth().year),
      }),
    copy({ id, entry }: AcceleratorRow) {
      const name = acceleratorRowName({ entry })
      draft.begin({ id: null, copiedFrom: id, title: `Copy of ${name}`, start: named(entry, `${name}, my own`) })
    },
    edit({ id, entry }: AcceleratorRow) {
      draft.begin({ id, copiedFrom: null, title: `Edit ${acceleratorRowName({ entry })}`, start: entry })
    },
    /** Keeps what is edited and shows it; does nothing while something of it cannot be. */
    async save(): Promise<void> {
      const editing = draft.editing()
      const ready = draft.ready()
      if (editing === null || ready === null) return
      const entry = withOwnSources(editing.start, ready, pricedFiguresOf(ready), monthText(thisMonth()))
      const own = { catalog: 'accelerators', entry } as const
      const id = editing.id
      const kept =
        id === null ? await catalog.create(own, editing.copiedFrom) : (await catalog.change(own, id)) ? id : null
      if (kept === null) return
      draft.end()
      table.select(kept)
    },
    remove: ({ id, entry }: AcceleratorRow) => catalog.remove('accelerators', id, acceleratorRowName({ entry })),
  }
}

export type Accelerators = ReturnType<typeof createAccelerators>
