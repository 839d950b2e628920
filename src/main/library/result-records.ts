import type { OutdatedSeries, StoredReadings } from '../../shared/contract/library-calls.ts'
import { acceleratorChanges, modelChanges } from '../../shared/report/entry-changes.ts'
import { computedInputs } from '../../shared/scenario/computed-inputs.ts'
import { InputError } from '../../shared/scenario/input-error.ts'
import { joinedComparison } from '../../shared/scenario/joined-comparison.ts'
import type { Scenario, Series } from '../../shared/scenario/scenario.ts'
import type { FrontierResult } from '../../shared/search/frontier-result.ts'
import { cheapestIndex, fastestIndex, preferredIndex } from '../../shared/search/readings.ts'
import type { SearchSetup } from '../../shared/search/search.ts'
import { sameNumbers, type StoredFrontier } from '../../shared/search/stored-frontier.ts'
import type { CatalogStore } from '../storage/catalog-store.ts'
import type { ResultStore, StoredResult, UsedEntries } from '../storage/result-store.ts'
import type { VersionStore } from '../storage/version-store.ts'
import { sha256 } from '../sha256.ts'
import { todaysResult, type TodaysResult } from './todays-result.ts'

/**
 * The numbers that a saved scenario shows, kept with it. A series' first result is stored; afterwards the stored one stays,
 * and where today's catalog or app gives another, that is told, until it is accepted.
 */
export interface ResultRecords {
  /** Stores what is computed and not stored yet. Answers the series whose stored numbers are not today's. */
  record(scenario: number): OutdatedSeries[]
  /** Stores today's numbers in a version of their own; the stored ones stay with the one before. */
  accept(scenario: number): void
  /** The series that `record` answers, twice: with the entries they were computed with, and with today's. */
  compare(scenario: number): Scenario
}

export interface ResultRecordParts {
  readonly versions: VersionStore
  readonly results: ResultStore
  readonly catalog: Pick<CatalogStore, 'catalog'>
  readonly known: (setup: SearchSetup) => FrontierResult | undefined
  readonly appVersion: string
  readonly now: () => number
}

/** A series with what is stored for it and what it would be today. */
interface Compared {
  readonly series: Series
  readonly place: number
  readonly asked: string
  readonly stored: (StoredResult & { readonly version: number }) | null
  readonly today: TodaysResult
}

function readingsOf(frontier: StoredFrontier, speedWeight: number): StoredReadings | null {
  if (frontier.tokensPerSecond.length === 0) return null
  const at = (index: number) => ({
    tokensPerSecond: frontier.tokensPerSecond[index]!,
    usdPerMillionTokens: frontier.usdPerMillionTokens[index]!,
  })
  return {
    fastest: at(fastestIndex()),
    preferred: at(preferredIndex(frontier, speedWeight)),
    cheapest: at(cheapestIndex(frontier)),
  }
}

const entryChanges = (then: UsedEntries, now: UsedEntries, { usdPerGpuHour }: Series): string[] => [
  ...acceleratorChanges(then.accelerator, now.accelerator, usdPerGpuHour !== null),
  ...modelChanges(then.model, now.model),
  ...(then.draft === null || now.draft === null ? [] : modelChanges(then.draft, now.draft)),
]

const dayInWords = (time: number): string => new Date(time).toLocaleDateString('en-GB', { dateStyle: 'long' })

const isOutdated = ({ stored, today }: Compared): boolean =>
  stored !== null &&
  (today.kind === 'refused' || (today.kind === 'computed' && !sameNumbers(stored.frontier, today.frontier)))

export function createResultRecords(parts: ResultRecordParts): ResultRecords {
  const { versions, results, catalog, known, appVersion, now } = parts

  function compared(id: number): { readonly version: number; readonly scenario: Scenario; readonly all: Compared[] } {
    const [present, before] = versions.list(id, null, 2)
    if (present === undefined) throw new InputError('', `there is no saved scenario ${id}; it may have been deleted`)
    const scenario = versions.open(present.id)
    // After an edit is taken back, what it replaced is with the version before.
    const stored = [present, ...(before === undefined || present.keptBy === 'figures' ? [] : [before])].flatMap(
      (version) => results.of(version.id).map((result) => ({ ...result, version: version.id })),
    )
    const all = scenario.series.map((series, place): Compared => {
      const asked = sha256(computedInputs(series, scenario))
      return {
        series,
        place,
        asked,
        stored: stored.find((result) => result.asked === asked) ?? null,
        today: todaysResult(series, scenario, catalog.catalog(), known),
      }
    })
    return { version: present.id, scenario, all }
  }

  const put = (version: number, { series, asked, today }: Compared): void => {
    if (today.kind !== 'computed') return
    const { inputs, frontier, entries } = today
    results.put(version, { asked, inputs, rules: series.rules, appVersion, computedAt: now(), frontier }, entries)
  }

  function outdated({ series, place, stored, today }: Compared, speedWeight: number): OutdatedSeries {
    const { version, asked, computedAt, frontier, appVersion: by } = stored!
    const because =
      today.kind === 'computed'
        ? entryChanges(results.entries(version, asked), today.entries, series)
        : today.kind === 'refused'
          ? [today.why]
          : []
    return {
      place,
      name: series.name,
      computedAt,
      appVersion: by,
      because,
      stored: readingsOf(frontier, speedWeight),
      today: today.kind === 'computed' ? readingsOf(today.frontier, speedWeight) : null,
    }
  }

  /** Series with the entries that they were computed with. */
  function asComputed(scenario: Scenario, old: readonly Compared[]): Scenario {
    const models = { ...scenario.models }
    const accelerators = { ...scenario.accelerators }
    for (const { series, stored } of old) {
      const entries = results.entries(stored!.version, stored!.asked)
      models[series.model] = entries.model
      accelerators[series.accelerator] = entries.accelerator
      if (series.speculative !== null && entries.draft !== null) models[series.speculative.draft] = entries.draft
    }
    return { ...scenario, models, accelerators, series: old.map(({ series }) => series) }
  }

  return {
    record(id) {
      const { version, scenario, all } = compared(id)
      for (const one of all) {
        const { stored, today, asked } = one
        const isTodays = today.kind === 'computed' && !isOutdated(one)
        const saysSo = today.kind === 'computed' && stored?.inputs === today.inputs && stored.appVersion === appVersion
        if (isTodays && !saysSo) put(version, one)
        else if (stored !== null && stored.version !== version) results.copy(stored.version, version, asked)
      }
      results.keepOnly(
        version,
        all.map(({ asked }) => asked),
      )
      return all.filter(isOutdated).map((one) => outdated(one, scenario.readings.speedWeight))
    },
    accept(id) {
      const { all } = compared(id)
      const { id: version } = versions.branch(id, 'figures')
      for (const one of all) {
        if (one.today.kind === 'computed') put(version, one)
        else if (one.stored !== null) results.copy(one.stored.version, version, one.asked)
      }
    },
    compare(id) {
      const { scenario, all } = compared(id)
      const old = all.filter(isOutdated)
      if (old.length === 0) throw new InputError('', 'the stored numbers are the same as today’s')
      const days = [...new Set(old.map(({ stored }) => dayInWords(stored!.computedAt)))]
      const then = days.map((label) => ({
        label,
        scenario: asComputed(
          scenario,
          old.filter(({ stored }) => dayInWords(stored!.computedAt) === label),
        ),
      }))
      const today = old.flatMap(({ series, today: { kind } }) => (kind === 'computed' ? [series] : []))
      return joinedComparison(`${scenario.name}, then and today`, [
        ...then,
        ...(today.length === 0 ? [] : [{ label: 'today', scenario: { ...scenario, series: today } }]),
      ])
    },
  }
}
