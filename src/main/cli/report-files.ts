import { comparisonNotes } from '../../shared/report/table-notes.ts'
import { frontierPointsTable } from '../../shared/report/frontier-points-table.ts'
import { readingsColumns } from '../../shared/report/readings-columns.ts'
import { readingsData } from '../../shared/report/readings-data.ts'
import { buildReport } from '../../shared/report/report.ts'
import { scenarioPictures, type NamedPicture } from '../../shared/report/scenario-pictures.ts'
import type { TableData, TableNote } from '../../shared/report/table-data.ts'
import type { FrontierResult } from '../../shared/search/frontier-result.ts'
import type { BandResult } from '../../shared/search/ranges/band.ts'
import type { CheckedScenario } from './scenario-search.ts'

/** A comparison as it is shown, with its frontiers: what every file of a report is made from. */
export class ComputedComparison {
  readonly #checked: CheckedScenario
  readonly #results: readonly FrontierResult[]
  readonly #bands: readonly (BandResult | null)[]
  readonly #notes: readonly TableNote[]

  constructor(
    checked: CheckedScenario,
    results: readonly FrontierResult[],
    bands: readonly (BandResult | null)[],
    version: string,
  ) {
    const { scenario, catalog } = checked
    this.#checked = checked
    this.#results = results
    this.#bands = bands
    this.#notes = comparisonNotes(
      scenario,
      scenario.series.map((series, i) => ({ series, result: results[i]! })),
      catalog,
      version,
    )
  }

  /** Every point of every frontier. */
  points(): TableData {
    const { scenario } = this.#checked
    const series = scenario.series.map(({ name }, i) => ({
      name,
      points: this.#results[i]!.points,
      band: this.#bands[i] ?? null,
    }))
    return frontierPointsTable(scenario.name, series, this.#notes)
  }

  /** The readings table, with the columns that the scenario chooses. */
  readings(): TableData {
    const { scenario, catalog } = this.#checked
    const { readings } = buildReport(scenario, this.#results, catalog, this.#bands)
    return readingsData(
      scenario.name,
      readingsColumns(scenario.readings.columns, readings.speeds, readings.costs),
      scenario.series.map(({ name }, i) => ({ name, points: this.#results[i]!.points, row: readings.rows[i] ?? null })),
      this.#notes,
    )
  }

  pictures(): NamedPicture[] {
    return scenarioPictures(this.#checked.scenario, this.#results, this.#notes, this.#bands)
  }
}
