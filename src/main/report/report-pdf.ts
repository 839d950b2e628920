import { createHash } from 'node:crypto'
import type { Catalog } from '../../shared/catalog/builtin.ts'
import { buildReport } from '../../shared/report/report.ts'
import { withoutHidden } from '../../shared/scenario/baseline.ts'
import { formatScenario } from '../../shared/scenario/scenario-file.ts'
import type { Scenario } from '../../shared/scenario/scenario.ts'
import { searchSetup } from '../../shared/scenario/search-setup.ts'
import type { Compute } from '../compute/compute.ts'
import { printPage } from './print-page.ts'
import { footLine, reportHtml, type Provenance } from './report-html.ts'
import { reportFontCss } from './report-font.ts'

/** Digits of the scenario's hash that a report prints. */
const FINGERPRINT_DIGITS = 12

/** Computes a comparison and prints its report. Needs Electron. @returns the PDF @throws InputError */
export async function createReportPdf(input: {
  readonly scenario: Scenario
  readonly catalog: Catalog
  readonly compute: Compute
  readonly version: string
  readonly now: Date
}): Promise<Uint8Array> {
  const { catalog, compute, version, now } = input
  const scenario = withoutHidden(input.scenario)
  const setups = scenario.series.map((series, i) => searchSetup(series, catalog, `series[${i}]`))
  const results = await Promise.all(setups.map((setup) => compute.frontier(setup, {})))
  const hash = createHash('sha256').update(formatScenario(input.scenario)).digest('hex')
  const provenance: Provenance = { version, date: now, fingerprint: hash.slice(0, FINGERPRINT_DIGITS) }
  const report = buildReport(scenario, results, catalog)
  return printPage(reportHtml(report, provenance, reportFontCss()), footLine(report.rules, provenance))
}
