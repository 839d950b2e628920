import { createMemo, createSignal, type Accessor } from 'solid-js'
import { acceleratorEntrySchema, listPrice, listPricePath } from '../../../shared/catalog/accelerator-entry.ts'
import { acceleratorFindings } from '../../../shared/catalog/accelerator-sanity.ts'
import type { ChipFactors, ChipKnobId } from '../../../shared/catalog/chip-knobs.ts'
import { withValueAt } from '../../../shared/catalog/entry-path.ts'
import { parsedEntry } from '../../../shared/catalog/finding.ts'
import { changesOfChip, scaledChip } from '../../../shared/catalog/scaled-chip.ts'
import { userEntryId } from '../../../shared/catalog/user-entry-id.ts'
import type { NamedFrontier } from '../../../shared/report/chip-headlines.ts'
import { errorClassAt } from '../../../shared/report/error-class-at.ts'
import { usualSpeed } from '../../../shared/report/cheapest-at.ts'
import { readingsTable, roundSpeeds, type ReadSeries } from '../../../shared/report/readings-table.ts'
import { newScenario, NEW_SERIES, type Scenario, type Series } from '../../../shared/scenario/scenario.ts'
import type { FrontierResult } from '../../../shared/search/frontier-result.ts'
import { preferredIndex } from '../../../shared/search/readings.ts'
import type { Catalog } from '../catalog/create-catalog.ts'
import { monthText, thisMonth } from '../catalog/this-month.ts'
import { catalogNames } from '../workspace/catalog-names.ts'
import { createFrontiers } from '../workspace/create-frontiers.ts'

/** Keys of the two frontiers, and the id under which the chip travels with what is asked for. */
const ORIGINAL = 'original'
const CHIP = 'chip'

/** Round speeds in the table, beside the one that is asked for. */
const SPEEDS = 6

/** A frontier of the page, the original's or the chip's. */
export interface ChipFrontier {
  readonly key: string
  readonly series: Series
  readonly result: FrontierResult
}

/** State of the page on which a chip is thought up: an accelerator of the catalog, its figures scaled, and the two frontiers. */
export function createChipDesign(catalog: Catalog, isShown: Accessor<boolean>) {
  const names = createMemo(() => catalogNames(catalog.listed(), { models: {}, accelerators: {} }))
  const [series, setSeries] = createSignal<Series>(NEW_SERIES)
  const [factors, setFactors] = createSignal<ChipFactors>({})
  const [ownName, setOwnName] = createSignal<string | null>(null)
  const [ownPrice, setOwnPrice] = createSignal<number | null>(null)
  const [askedSpeed, setAskedSpeed] = createSignal<number | null>(null)
  const [picked, setPicked] = createSignal<number | null>(null)

  const row = () => {
    const rows = catalog.listed().accelerators
    return rows.find(({ id }) => id === series().accelerator) ?? rows.find(({ id }) => id === NEW_SERIES.accelerator)!
  }
  const originalName = () => names().accelerator(row().id)
  /** With a price that the catalog does not know. */
  const original = createMemo(() => {
    const { entry } = row()
    return listPrice(entry) === null && ownPrice() !== null
      ? withValueAt(entry, listPricePath(entry), ownPrice())
      : entry
  })
  const chipName = () => ownName() ?? `${originalName()}, scaled`
  const scaled = (name: string) => scaledChip(original(), factors(), { name, asOf: monthText(thisMonth()) })
  const chip = createMemo(() => scaled(chipName()))
  /** By another name it is the same chip: nothing is computed anew. */
  const computed = createMemo(() => scaled('the chip'))

  const seriesOf = (key: string): Series =>
    key === CHIP
      ? { ...series(), name: chipName(), accelerator: CHIP }
      : { ...series(), name: originalName(), accelerator: row().id, usdPerGpuHour: ownPrice() }
  const scenario = createMemo((): Scenario => ({
    ...newScenario(`${chipName()} against ${originalName()}`, [seriesOf(ORIGINAL), seriesOf(CHIP)]),
    accelerators: { [CHIP]: computed() },
  }))
  // Nothing is computed for a page that is not looked at.
  const keyed = createMemo(() => (isShown() ? [ORIGINAL, CHIP].map((key) => ({ key, series: seriesOf(key) })) : []))
  const frontiers = createFrontiers(keyed, scenario, catalog.listed)

  const shown = createMemo((): ChipFrontier[] =>
    keyed().flatMap((one) => {
      const result = frontiers.stateOf(one.key)?.result
      return result == null || result.points.tokensPerSecond.length === 0 ? [] : [{ ...one, result }]
    }),
  )
  const frontierOf = (key: string): NamedFrontier | null => {
    const one = shown().find((candidate) => candidate.key === key)
    return one === undefined ? null : { name: key === CHIP ? 'the chip' : originalName(), points: one.result.points }
  }
  const read = createMemo((): ReadSeries[] => {
    const known = names().catalog
    const withChip = { ...known, accelerators: { ...known.accelerators, [CHIP]: chip() } }
    return shown().map(({ series: one, result: { points } }) => ({
      name: one.name,
      points,
      band: null,
      errorAt: (index) => errorClassAt(points, index, one, withChip),
    }))
  })
  const speed = () => askedSpeed() ?? usualSpeed(read())

  const findings = createMemo(() => {
    const parsed = parsedEntry(acceleratorEntrySchema, chip())
    const believed = catalog.listed().accelerators.flatMap(({ origin, entry }) => (origin === 'user' ? [] : [entry]))
    return parsed.entry === null ? parsed.findings : acceleratorFindings(parsed.entry, believed)
  })

  return {
    names,
    series,
    /** Model, rules and what is asked of them; another accelerator begins a new chip. */
    change(patch: Partial<Series>) {
      if (patch.accelerator !== undefined) {
        setFactors({})
        setOwnName(null)
        setOwnPrice(null)
      }
      setPicked(null)
      setSeries({ ...series(), ...patch })
    },
    original,
    originalName,
    chip,
    chipName,
    setChipName: setOwnName,
    needsPrice: () => listPrice(row().entry) === null,
    price: ownPrice,
    setPrice: setOwnPrice,
    factor: (id: ChipKnobId): number => factors()[id] ?? 1,
    setFactor: (id: ChipKnobId, factor: number) => setFactors({ ...factors(), [id]: factor }),
    reset: () => setFactors({}),
    changes: () => changesOfChip(original(), factors()),
    findings,
    canBeKept: () => findings().every(({ severity }) => severity !== 'error'),
    frontiers,
    shown,
    /** Its place in the palette: the original first. */
    styleOf: ({ key }: ChipFrontier): number => [ORIGINAL, CHIP].indexOf(key),
    both: (): { readonly chip: NamedFrontier; readonly original: NamedFrontier } | null => {
      const [own, other] = [frontierOf(CHIP), frontierOf(ORIGINAL)]
      return own === null || other === null ? null : { chip: own, original: other }
    },
    /** What hinders one of the two frontiers. */
    problems: () =>
      keyed().flatMap(({ key, series: { name } }) => {
        const state = frontiers.stateOf(key)
        return state?.message == null || state.status === 'computing' ? [] : [{ name, message: state.message }]
      }),
    speed,
    setSpeed: setAskedSpeed,
    /** Costs of both at round speeds and the one asked for, the chip's beside the original's. */
    readings: createMemo(() => {
      const round = roundSpeeds(
        read().map(({ points }) => points),
        SPEEDS,
      )
      const speeds = [...new Set([...round, speed()])].toSorted((a, b) => a - b)
      return readingsTable(read(), { baseline: 0, speeds, costs: [], speedWeight: 3 })
    }),
    /** A speed chosen on the chart; null = each frontier's preferred point. */
    picked,
    pick: setPicked,
    /** The point of a frontier whose time is told: the one chosen, or the preferred one. */
    pointOf: ({ result: { points } }: ChipFrontier): number => {
      const chosen = picked()
      if (chosen === null) return preferredIndex(points)
      const at = points.tokensPerSecond.findLastIndex((one) => one >= chosen * (1 - 1e-9))
      return Math.max(0, at)
    },
    /** Keeps the chip as an entry of the person's own; whether that went well. */
    async keep(name: string): Promise<boolean> {
      return (await catalog.create({ catalog: 'accelerators', entry: scaled(name) }, row().id)) !== null
    },
    /** The two as a comparison that can be edited on; the chip travels with it. */
    comparison(): Scenario {
      const id = userEntryId(chipName(), (taken) => catalog.listed().accelerators.some((one) => one.id === taken))
      const entry = chip()
      return {
        ...scenario(),
        accelerators: { [id]: 'id' in entry ? { ...entry, id } : entry },
        series: [seriesOf(ORIGINAL), { ...seriesOf(CHIP), accelerator: id }],
      }
    },
  }
}

export type ChipDesign = ReturnType<typeof createChipDesign>
