// Entry of `npm run package`: the app as it is installed; with --dir only the folder that installers are made from.
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { ensureBuild } from './ensure-build.ts'
import { packageApp } from './packaging/package-app.ts'
import { packagePlan } from './packaging/package-plan.ts'
import { repositoryFolder } from './repository.ts'
import { exclusively } from './runtime/exclusively.ts'
import { timedStep } from './runtime/progress.ts'
import { provideRuntime } from './runtime/provide-runtime.ts'
import { runTool, Stop } from './stop.ts'

const log = (line: string) => console.log(line)

function onlyFolder(): boolean {
  try {
    return parseArgs({ options: { dir: { type: 'boolean', default: false } } }).values.dir
  } catch (error) {
    throw new Stop(error instanceof Error ? error.message : String(error))
  }
}

await runTool(async () => {
  const wanted = { onlyFolder: onlyFolder() }
  const machine = { root: repositoryFolder, platform: process.platform, arch: process.arch }
  const runtime = await provideRuntime({ log })
  await ensureBuild({ log })
  const plan = packagePlan(runtime, machine, wanted)
  const lock = join(repositoryFolder, 'node_modules', '.paretoscope-package.sqlite')
  const title = `Packaging for ${machine.platform}-${machine.arch} with Electron ${runtime.version}`
  const lines = await timedStep(log, title, () => exclusively(lock, () => packageApp(plan, machine)))
  for (const line of lines) log(line)
  if (plan.note !== null) log(plan.note)
  return 0
})
