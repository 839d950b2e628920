import { acceleratorName, listPrice, priceNote } from '../../../shared/catalog/accelerator-entry.ts'
import type { Catalog } from '../../../shared/catalog/builtin.ts'
import { modelName, nativeBits, unsupportedPart } from '../../../shared/catalog/model-entry.ts'
import type { CallOutput } from '../../../shared/contract/contract.ts'
import { usd } from '../../../shared/report/format.ts'
import type { PickerGroup, PickerOption } from '../../ui/picker.tsx'

const GROUPS = { paper: "The paper's notebook", 'built-in': 'Catalog', user: 'Your own' } as const

type Row = { readonly origin: keyof typeof GROUPS; readonly id: string }

const grouped = <T extends Row>(rows: readonly T[], option: (row: T) => PickerOption): PickerGroup[] =>
  (Object.keys(GROUPS) as (keyof typeof GROUPS)[]).flatMap((origin) => {
    const options = rows.filter((row) => row.origin === origin).map(option)
    return options.length === 0 ? [] : [{ label: GROUPS[origin], options }]
  })

const bitsNote = (bits: { weight: number; activation: number }): string => `${bits.weight}-bit weights`

/** The paper has several models of one name: its own key tells them apart. */
const keyOf = (id: string): string => id.slice(id.lastIndexOf('/') + 1).replaceAll('_', ' ')

/** What the catalog's entries are called, and the choices made of them. */
export function catalogNames(listed: CallOutput<'catalog.list'>, brought: Catalog) {
  const models = [
    ...Object.entries(brought.models).map(([id, entry]) => ({ id, entry, origin: 'user' as const })),
    ...listed.models.filter((row) => !Object.hasOwn(brought.models, row.id)),
  ]
  const accelerators = [
    ...Object.entries(brought.accelerators).map(([id, entry]) => ({ id, entry, origin: 'user' as const })),
    ...listed.accelerators.filter((row) => !Object.hasOwn(brought.accelerators, row.id)),
  ]
  const modelById = new Map(models.map((row) => [row.id, row]))
  const acceleratorById = new Map(accelerators.map((row) => [row.id, row]))
  return {
    model: (id: string): string => {
      const row = modelById.get(id)
      return row === undefined ? id : row.origin === 'paper' ? keyOf(id) : modelName(row.entry)
    },
    accelerator: (id: string): string => {
      const row = acceleratorById.get(id)
      return row === undefined ? id : acceleratorName(row.entry).replace(/^NVIDIA |^AMD |^Google /, '')
    },
    nativeBits: (id: string) => {
      const row = modelById.get(id)
      return row === undefined ? null : nativeBits(row.entry)
    },
    price: (id: string): number | null => {
      const row = acceleratorById.get(id)
      return row === undefined ? null : listPrice(row.entry)
    },
    priceNote: (id: string): string => {
      const row = acceleratorById.get(id)
      return row === undefined ? '' : priceNote(row.entry)
    },
    modelGroups: grouped(models, (row) => {
      const missing = unsupportedPart(row.entry, 'paper')
      return {
        id: row.id,
        label: row.origin === 'paper' ? keyOf(row.id) : modelName(row.entry),
        note: missing === null ? bitsNote(nativeBits(row.entry)) : `no equation yet for ${missing}`,
        disabled: missing !== null,
      }
    }),
    acceleratorGroups: grouped(accelerators, (row) => {
      const price = listPrice(row.entry)
      return {
        id: row.id,
        label: acceleratorName(row.entry),
        note: price === null ? 'no price known' : `${usd(price)} per hour`,
        disabled: false,
      }
    }),
  }
}

export type CatalogNames = ReturnType<typeof catalogNames>
