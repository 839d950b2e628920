import { grouped } from '../../shared/report/format.ts'
import type { CommandHost } from './command-host.ts'
import { eachFile, toldAlready } from './each-file.ts'
import { oneLine } from './exit-codes.ts'
import { readScenario } from './scenario-search.ts'
import { isSweepFile, readSweep } from './sweep/read-sweep.ts'

/** `check FILE...`: says of each that it is a valid scenario or sweep file, or what is wrong with it. */
export async function checkCommand(host: CommandHost, files: readonly string[]): Promise<void> {
  const { exitCode } = await eachFile(host, files, null, async (file) => {
    const found = (await isSweepFile(host, file)) ? await sweepIn(host, file) : await scenarioIn(host, file)
    host.writeOut(`${oneLine(`${file}: valid; ${found}`)}\n`)
  })
  if (exitCode !== null) throw toldAlready(exitCode)
}

async function scenarioIn(host: CommandHost, file: string): Promise<string> {
  const { scenario } = await readScenario(host, file)
  return `"${scenario.name}", ${scenario.series.length} series`
}

async function sweepIn(host: CommandHost, file: string): Promise<string> {
  const { sweep, plan } = await readSweep(host, file)
  return `"${sweep.name}", ${grouped(plan.combinations)} combinations`
}
