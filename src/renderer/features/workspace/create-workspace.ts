import { createMemo, createSignal, type Accessor } from 'solid-js'
import type { CallOutput } from '../../../shared/contract/contract.ts'
import type { OwnSets } from '../../../shared/catalog/constants-set.ts'
import { NEW_SERIES, type Scenario, type Series } from '../../../shared/scenario/scenario.ts'
import type { FrontierPoints } from '../../../shared/search/frontier-points.ts'
import type { FrontierResult } from '../../../shared/search/frontier-result.ts'
import type { BandResult } from '../../../shared/search/ranges/band.ts'
import { preferredIndex } from '../../../shared/search/readings.ts'
import { reuseEqual } from '../../kernel/reuse-equal.ts'
import { createBands } from './create-bands.ts'
import { createCharts } from './create-charts.ts'
import { createDocument, type KeyedSeries } from './create-document.ts'
import { createPins } from './create-pins.ts'
import { createFrontiers } from './create-frontiers.ts'

/** Ways to look at the comparison. */
type ComparisonView = 'overlay' | 'side-by-side' | 'difference' | 'table'

/** What else the window shows in its place. */
const PAGES = ['validate', 'scenarios', 'accelerators', 'models', 'claims', 'questions', 'chip-design'] as const
export type Page = (typeof PAGES)[number]

export type View = ComparisonView | Page

/** A series with its frontier, ready to be shown. */
export interface ShownSeries extends KeyedSeries {
  readonly styleIndex: number
  readonly result: FrontierResult
  /** What lies around the frontier; null where its inputs are known, or it is not computed yet. */
  readonly band: BandResult | null
}

/** A pin with the point of its series that is nearest to it. */
export interface PinnedPoint {
  readonly name: string
  readonly one: ShownSeries
  readonly index: number
}

/** The point the inspector shows. */
export interface InspectedPoint {
  readonly one: ShownSeries
  readonly index: number
  /** Name of the pin; null where it is the series' preferred point. */
  readonly pin: string | null
}

function nearestIndex({ tokensPerSecond }: FrontierPoints, speed: number): number {
  let nearest = 0
  for (let i = 1; i < tokensPerSecond.length; i++)
    if (Math.abs(Math.log(tokensPerSecond[i]! / speed)) < Math.abs(Math.log(tokensPerSecond[nearest]! / speed)))
      nearest = i
  return nearest
}

/** State of the comparison workspace: the document, its frontiers, and how they are looked at. */
export function createWorkspace(
  initial: Scenario,
  listed: Accessor<CallOutput<'catalog.list'>>,
  keptSets?: Accessor<OwnSets>,
) {
  const document = createDocument(initial, keptSets)
  const frontiers = createFrontiers(document.keyed, document.scenario, listed)
  const bands = createBands(document.keyed, document.scenario, listed, frontiers.computing)
  const charts = createCharts()
  const [view, setView] = createSignal<View>('overlay')
  const [askedSpeed, setAskedSpeed] = createSignal<number | null>(null)
  const page = (): Page | null => PAGES.find((one) => one === view()) ?? null
  const pins = createPins()
  const [chosen, setChosen] = createSignal<string | null>(null)
  const [editing, setEditing] = createSignal(false)

  const shown = createMemo(
    (before: ShownSeries[]): ShownSeries[] =>
      reuseEqual(
        before,
        document.keyed().flatMap((one, styleIndex) => {
          const result = frontiers.stateOf(one.key)?.result
          const band = bands.stateOf(one.key)?.band ?? null
          return result == null || one.series.hidden ? [] : [{ ...one, styleIndex, result, band }]
        }),
      ),
    [],
  )

  const selectedKey = (): string => {
    const keyed = document.keyed()
    return (keyed.find((one) => one.key === chosen()) ?? keyed.find((one) => !one.series.hidden)!).key
  }

  const withPoints = (key: string): ShownSeries | undefined =>
    shown().find((one) => one.key === key && one.result.points.tokensPerSecond.length > 0)

  const pinned = createMemo((): PinnedPoint[] =>
    pins.all().flatMap(({ name, key, tokensPerSecond }) => {
      const one = withPoints(key)
      return one === undefined ? [] : [{ name, one, index: nearestIndex(one.result.points, tokensPerSecond) }]
    }),
  )

  const inspected = createMemo((): InspectedPoint | null => {
    const pin = pins.shown()
    if (pin !== null) {
      const point = pinned().find(({ name }) => name === pin.name)
      return point === undefined ? null : { one: point.one, index: point.index, pin: point.name }
    }
    const one = withPoints(selectedKey())
    return one === undefined
      ? null
      : { one, index: preferredIndex(one.result.points, document.scenario().readings.speedWeight), pin: null }
  })

  return {
    document,
    frontiers,
    bands,
    view,
    setView,
    /** The page shown in place of the comparison; null while the comparison is. */
    page,
    charts,
    /** Speed at which the cheapest series is asked for; null = the usual one. */
    askedSpeed,
    setAskedSpeed,
    shown,
    selectedKey,
    inspected,
    pins,
    /** The pins whose series have points, in the order they were made. */
    pinned,
    editing,
    load(scenario: Scenario) {
      document.load(scenario)
      if (page() !== null) setView('overlay')
      charts.zoom.reset()
      pins.unpinAll()
      setChosen(null)
      setEditing(false)
    },
    /** Chooses a series; its preferred point is shown, and its inputs when they are to be edited. */
    select(key: string, edit: boolean) {
      setChosen(key)
      pins.show(null)
      setEditing(edit)
    },
    showPoint: () => setEditing(false),
    showInputs: () => setEditing(true),
    pinPoint(key: string, tokensPerSecond: number) {
      setChosen(key)
      pins.pin(key, tokensPerSecond)
      setEditing(false)
    },
    addSeries() {
      const last = document.keyed().at(-1)
      const series =
        last === undefined
          ? NEW_SERIES
          : { ...last.series, name: copyName(last.series.name), hidden: false, colour: null, dash: null }
      setChosen(document.addSeries([series], null, `Add ${series.name}`))
      pins.show(null)
      setEditing(true)
    },
    duplicate(key: string) {
      const one = document.keyed().find((candidate) => candidate.key === key)
      if (one === undefined) return
      const copy = { ...one.series, name: copyName(one.series.name), colour: null, dash: null }
      setChosen(document.addSeries([copy], key, `Duplicate ${one.series.name}`))
      pins.show(null)
      setEditing(true)
    },
    /** Adds a family of series after the one it varies, as one step. */
    addFamily(series: readonly Series[], after: string, says: string) {
      setChosen(document.addSeries(series, after, says))
      pins.show(null)
    },
    remove(key: string) {
      if (document.keyed().length === 1) return
      document.removeSeries(key)
      pins.unpinSeries(key)
    },
  }
}

const copyName = (name: string): string => {
  const numbered = /^(.*) \((\d+)\)$/.exec(name)
  return numbered === null ? `${name} (2)` : `${numbered[1]} (${Number(numbered[2]) + 1})`
}

export type Workspace = ReturnType<typeof createWorkspace>
