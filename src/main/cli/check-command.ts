import type { CommandHost } from './command-host.ts'
import { oneLine } from './exit-codes.ts'
import { readScenario } from './scenario-search.ts'

/** `check FILE`: says that a scenario file is valid, or what is wrong with it. */
export async function checkCommand(host: CommandHost, file: string): Promise<void> {
  const { scenario } = await readScenario(host, file)
  const count = scenario.series.length
  host.writeOut(`${oneLine(`${file}: valid; "${scenario.name}", ${count} series`)}\n`)
}
