import { acceleratorName, listPrice, standardGap, toChip } from '../../../shared/catalog/accelerator-entry.ts'
import type { Catalog } from '../../../shared/catalog/builtin.ts'
import { knownPrices, noteOfPrice, type KnownPrice } from '../../../shared/catalog/known-prices.ts'
import type { OwnSets } from '../../../shared/catalog/constants-set.ts'
import { toArchitecture, unsupportedPart } from '../../../shared/catalog/model-architecture.ts'
import { modelName, nativeBits } from '../../../shared/catalog/model-entry.ts'
import type { CallOutput } from '../../../shared/contract/contract.ts'
import type { RulesId } from '../../../shared/model/rules.ts'
import { hasRoutedExperts } from '../../../shared/model/standard/routed-experts.ts'
import { runtimeReserveBytes } from '../../../shared/model/standard/replica-memory.ts'
import { usd } from '../../../shared/report/format.ts'
import { broughtAlong } from '../../../shared/scenario/own-constants.ts'
import type { Series } from '../../../shared/scenario/scenario.ts'
import type { PickerGroup, PickerOption } from '../../ui/picker.tsx'

const GROUPS = { paper: "The paper's notebook", 'built-in': 'Catalog', user: 'Your own' } as const

type Row = { readonly origin: keyof typeof GROUPS; readonly id: string }

/** The group that a rule set is at home in comes first. */
const ORDER: Readonly<Record<RulesId, readonly (keyof typeof GROUPS)[]>> = {
  paper: ['paper', 'built-in', 'user'],
  standard: ['built-in', 'user', 'paper'],
}

const grouped = <T extends Row>(
  rules: RulesId,
  rows: readonly T[],
  option: (row: T, rules: RulesId) => PickerOption,
): PickerGroup[] =>
  ORDER[rules].flatMap((origin) => {
    const options = rows.filter((row) => row.origin === origin).map((row) => option(row, rules))
    return options.length === 0 ? [] : [{ label: GROUPS[origin], options }]
  })

/** The choices under each rule set: what it has no equation or constants for is listed and cannot be chosen. */
const byRules = <T extends Row>(
  rows: readonly T[],
  option: (row: T, rules: RulesId) => PickerOption,
): Readonly<Record<RulesId, PickerGroup[]>> => ({
  paper: grouped('paper', rows, option),
  standard: grouped('standard', rows, option),
})

const bitsNote = (bits: { weight: number; activation: number }): string => `${bits.weight}-bit weights`

/** The paper has several models of one name: its own key tells them apart. */
export const keyOf = (id: string): string => id.slice(id.lastIndexOf('/') + 1).replaceAll('_', ' ')

/** What the catalog's entries are called, and the choices made of them. @param keptSets constants of the person's own */
export function catalogNames(listed: CallOutput<'catalog.list'>, brought: Catalog, keptSets: OwnSets = {}) {
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
  const catalog: Catalog = {
    models: Object.fromEntries(models.map(({ id, entry }) => [id, entry])),
    accelerators: Object.fromEntries(accelerators.map(({ id, entry }) => [id, entry])),
    constants: brought.constants,
  }
  return {
    /** All entries, the scenario's own before the catalog's. */
    catalog,
    /** What the scenario brings along. */
    brought: broughtAlong(brought),
    /** The person's own sets of constants, and those that the scenario brings along, which win. */
    constantSets: { ...keptSets, ...brought.constants },
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
    knownPrices: (id: string): KnownPrice[] => {
      const row = acceleratorById.get(id)
      return row === undefined ? [] : knownPrices(row.entry)
    },
    /** Kind and date of a series' price. */
    priceNote: ({ accelerator, usdPerGpuHour }: Pick<Series, 'accelerator' | 'usdPerGpuHour'>): string => {
      const row = acceleratorById.get(accelerator)
      return row === undefined ? '' : noteOfPrice(row.entry, usdPerGpuHour)
    },
    /** GPUs that share scale-up links; null where the standard rules do not know them. */
    domainSize: (id: string): number | null => {
      const entry = catalog.accelerators[id]
      return (entry === undefined ? null : toChip(entry))?.domainSize ?? null
    },
    /** Whether tokens are routed to experts, by the standard rules' equations. */
    hasExperts: (id: string): boolean => {
      const entry = catalog.models[id]
      return (
        entry !== undefined &&
        unsupportedPart(entry, 'standard') === null &&
        toArchitecture(entry, 'standard').feedForward.some(hasRoutedExperts)
      )
    },
    /** Memory that the standard rules keep for the engine unless told otherwise; null where they do not cover the model. */
    reserveBytes: (id: string): number | null => {
      const entry = catalog.models[id]
      return entry === undefined || unsupportedPart(entry, 'standard') !== null
        ? null
        : runtimeReserveBytes({ architecture: toArchitecture(entry, 'standard') })
    },
    modelGroups: byRules(models, (row, rules) => {
      const missing = unsupportedPart(row.entry, rules)
      return {
        id: row.id,
        label: row.origin === 'paper' ? keyOf(row.id) : modelName(row.entry),
        note: missing === null ? bitsNote(nativeBits(row.entry)) : `no equation yet for ${missing}`,
        disabled: missing !== null,
      }
    }),
    acceleratorGroups: byRules(accelerators, (row, rules) => {
      const price = listPrice(row.entry)
      const covered = rules === 'paper' || standardGap(row.entry) === null
      return {
        id: row.id,
        label: acceleratorName(row.entry),
        note: !covered ? 'paper’s rules only' : price === null ? 'no price known' : `${usd(price)} per hour`,
        disabled: !covered,
      }
    }),
  }
}

export type CatalogNames = ReturnType<typeof catalogNames>
