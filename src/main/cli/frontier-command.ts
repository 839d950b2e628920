import type { CommandHost } from './command-host.ts'
import { seriesJson } from './frontier-json.ts'
import { seriesTable } from './frontier-table.ts'
import { oneLine } from './exit-codes.ts'
import { readScenario, searchAll } from './scenario-search.ts'

export interface FrontierOptions {
  readonly json?: boolean
  readonly workers?: number
}

/** `frontier FILE`: the frontier of every series, hidden ones too, as a table or as JSON. */
export async function frontierCommand(host: CommandHost, file: string, options: FrontierOptions): Promise<void> {
  const checked = await readScenario(host, file)
  const { scenario, catalog } = checked
  const { speedWeight } = scenario.readings
  const { results, bands } = await searchAll(host, checked, options.workers)
  if (options.json === true) {
    const series = scenario.series.map(({ name }, i) => seriesJson(name, results[i]!, speedWeight, bands[i] ?? null))
    host.writeOut(`${JSON.stringify({ scenario: scenario.name, series })}\n`)
    return
  }
  const tables = scenario.series.map((series, i) =>
    seriesTable(series, catalog, { result: results[i]!, band: bands[i] ?? null }, speedWeight),
  )
  host.writeOut(`${oneLine(scenario.name)}\n\n${tables.join('\n')}`)
}
