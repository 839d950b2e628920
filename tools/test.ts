// Entry of `npm test`; `npm test -- --only unit [--only lint] [PATTERN…]` runs some of it.
import { parseArgs } from 'node:util'
import { runTool, Stop } from './stop.ts'
import { countsLine } from './testing/counts.ts'
import { runSteps, type Step } from './testing/run-steps.ts'
import { testSteps } from './testing/steps.ts'

function readArguments() {
  try {
    return parseArgs({ options: { only: { type: 'string', multiple: true } }, allowPositionals: true })
  } catch (error) {
    throw new Stop(error instanceof Error ? error.message : String(error))
  }
}

function chosenSteps(): Step[] {
  const { values, positionals } = readArguments()
  const steps = testSteps(positionals)
  const names = steps.map((step) => step.name)
  const unknown = values.only?.find((name) => !names.includes(name))
  if (unknown !== undefined) throw new Stop(`--only takes ${names.join(', ')}; not "${unknown}".`)
  return values.only ? steps.filter((step) => values.only?.includes(step.name)) : steps
}

await runTool(async () => {
  const counts = await runSteps(chosenSteps(), (text) => process.stdout.write(text))
  console.log(countsLine(counts))
  return counts.failed > 0 ? 1 : 0
})
