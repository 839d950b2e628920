import type { Catalog } from '../catalog/builtin.ts'
import { lookAt, type SeriesLook } from '../scenario/look.ts'
import type { Scenario, Series } from '../scenario/scenario.ts'
import { bindingPart, timeParts, type TimePart } from '../search/binding.ts'
import type { FrontierResult } from '../search/frontier-result.ts'
import type { BandResult } from '../search/ranges/band.ts'
import { preferredIndex } from '../search/readings.ts'
import { aboutBands, assumptionsOf } from './assumptions.ts'
import { entrySections, type EntrySection } from './entry-facts.ts'
import { errorClassAt } from './error-class-at.ts'
import { grouped, listed, threeSignificant, usd } from './format.ts'
import { observedSections, type ObservedSection } from './observed-section.ts'
import { priceFacts, type Fact } from './point-facts.ts'
import { readingsTable, roundSpeeds, type ReadingsRow, type ReadingsTable } from './readings-table.ts'
import { rulesInUse } from './rules-in-words.ts'
import { seriesFacts, termsLeftOut } from './series-facts.ts'
import { summarise } from './summary.ts'

/** A report as data: what it says, before any layout. */
export interface Report {
  readonly title: string
  readonly kicker: string
  readonly summary: readonly string[]
  readonly headlines: readonly { readonly value: string; readonly says: string }[]
  readonly readings: ReadingsTable
  readonly series: readonly SeriesSection[]
  /** Catalog entries in use, with their sources. */
  readonly entries: readonly EntrySection[]
  readonly observed: readonly ObservedSection[]
  readonly assumptions: readonly string[]
  /** The rule sets in use, for the foot: "standard". */
  readonly rules: string
  readonly notes: string
  readonly speedWeight: number
}

export interface SeriesSection {
  readonly name: string
  readonly result: FrontierResult
  /** null where all inputs are known. */
  readonly band: BandResult | null
  readonly facts: readonly Fact[]
  /** "standard, 1,234 setups". */
  readonly searched: string
  /** null where the series has no point. */
  readonly preferred: PreferredPoint | null
  readonly look: SeriesLook
  readonly notes: string
}

/** Where the time of a series' preferred point goes, and its prices where prompts are accounted for. */
export interface PreferredPoint {
  /** Of a pass in seconds, in the order of the rule set's terms; parts that take no time are not listed. */
  readonly parts: readonly TimePart[]
  readonly speculates: boolean
  readonly termsLeftOut: readonly string[]
  readonly prices: readonly Fact[]
}

/** Most round speeds a page's table holds. */
const SPEEDS = 6

function headlines(readings: ReadingsTable, series: readonly SeriesSection[]): Report['headlines'] {
  const rows = readings.rows.filter((row): row is ReadingsRow => row !== null)
  if (rows.length === 0) return []
  const fastest = rows.reduce((a, b) => (b.fastest.tokensPerSecond > a.fastest.tokensPerSecond ? b : a))
  const cheapest = rows.reduce((a, b) => (b.cheapest.usdPerMillionTokens < a.cheapest.usdPerMillionTokens ? b : a))
  const base = readings.rows[readings.baseline] ?? rows[0]!
  const { points } = series[readings.rows.indexOf(base)]!.result
  const { preferred } = base
  return [
    { value: `${threeSignificant(fastest.fastest.tokensPerSecond)} tok/s`, says: `fastest, ${fastest.name}` },
    { value: `${usd(cheapest.cheapest.usdPerMillionTokens)} /M`, says: `cheapest at any speed, ${cheapest.name}` },
    {
      value: `${threeSignificant(preferred.tokensPerSecond)} tok/s`,
      says: `preferred point of ${base.name}, at ${usd(preferred.usdPerMillionTokens)} /M`,
    },
    {
      value: bindingPart(points, preferred.index).label,
      says: `takes most of the time there`,
    },
  ]
}

function preferredPoint(series: Series, { points }: FrontierResult, speedWeight: number): PreferredPoint | null {
  if (points.tokensPerSecond.length === 0) return null
  const index = preferredIndex(points, speedWeight)
  return {
    parts: timeParts(points, index).filter(({ seconds }) => seconds > 0),
    speculates: points.drafts[index]! > 0,
    termsLeftOut: termsLeftOut(series),
    prices: priceFacts(points, index, series),
  }
}

/** What was searched: "standard rules, 12,400 setups", and under the paper's the grid they are on. */
const searchedInWords = ({ rules, grid }: Series, { gridPoints }: FrontierResult): string =>
  `${rules} rules, ${grouped(gridPoints)} setups${rules === 'paper' ? ` on a grid of ${grid.gpus} GPU counts x ${grid.batches} batches` : ''}`

/** Builds the report of a comparison of series that are shown; `results` in their order. */
export function buildReport(
  scenario: Scenario,
  results: readonly FrontierResult[],
  catalog: Catalog,
  bands: readonly (BandResult | null)[] = [],
): Report {
  const { speedWeight, costs, speeds: asked } = scenario.readings
  const series = scenario.series.map((one, i): SeriesSection => ({
    name: one.name,
    result: results[i]!,
    band: bands[i] ?? null,
    facts: seriesFacts(one, catalog, results[i]!),
    searched: searchedInWords(one, results[i]!),
    preferred: preferredPoint(one, results[i]!, speedWeight),
    look: lookAt(i, one),
    notes: one.notes,
  }))
  const shown = scenario.series.map((one, i) => {
    const { points } = results[i]!
    const errorAt = (index: number) => errorClassAt(points, index, one, catalog)
    return { name: one.name, points, errorAt, band: bands[i] ?? null }
  })
  const round = roundSpeeds(
    results.map((result) => result.points),
    SPEEDS,
  )
  const speeds = asked.length === 0 ? round : asked
  const readings = readingsTable(shown, { baseline: scenario.baseline, speeds, costs, speedWeight })
  return {
    title: scenario.name,
    kicker: `Serving cost and speed · comparison of ${series.length} ${series.length === 1 ? 'frontier' : 'frontiers'}`,
    summary: summarise(
      readings,
      results.map(({ points }) => points),
    ),
    headlines: headlines(readings, series),
    readings,
    series,
    entries: entrySections(scenario, results, catalog),
    observed: observedSections(scenario, results),
    assumptions: [...assumptionsOf(scenario, scenario.series[scenario.baseline]!.name), ...aboutBands(bands)],
    rules: listed(rulesInUse(scenario.series)),
    notes: scenario.notes,
    speedWeight,
  }
}
