// Entry of `npm start`: opens the app; without a display does its main job on the command line.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { hasDisplay } from './display.ts'
import { ensureBuild } from './ensure-build.ts'
import { launchElectron } from './launch-electron.ts'
import { repositoryFolder } from './repository.ts'
import { provideRuntime } from './runtime/provide-runtime.ts'
import { runTool } from './stop.ts'
import { ensureSystem } from './system.ts'

const log = (line: string) => console.log(line)

async function openWindow(args: string[]): Promise<number> {
  await ensureSystem(['window'], log)
  const runtime = await provideRuntime({ log })
  await ensureBuild({ log })
  log(runtime.why)
  return launchElectron(runtime, args)
}

/** The table first: it needs nothing but Node. The report may lack an invisible display, which is no failure here. */
async function compareWithoutWindow(): Promise<number> {
  const example = join('examples', 'precision.paretoscope.json')
  const report = 'paretoscope-report.pdf'
  log('No display here, so no window: comparing on the command line.\n')
  const compared = await commandLine(['frontier', example])
  if (compared !== 0) return compared
  log(`\nWriting ${report}`)
  const reported = await commandLine(['report', example, '--pdf', report, '--force'])
  log(reported === 0 ? `Written: ${report}` : `No ${report} this time, for the reason above; everything else is done.`)
  log('\nOther commands: npm run --silent cli -- --help. With a display, "npm start" opens the app.')
  return 0
}

/** In a process of its own: a command sets its own exit code, and may end in any way. */
function commandLine(args: string[]): Promise<number> {
  const here = (name: string) => join(repositoryFolder, 'tools', name)
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [here('run.mjs'), here('cli.ts'), ...args], { stdio: 'inherit' })
    child.once('error', reject)
    child.once('exit', (code) => resolve(code ?? 1))
  })
}

await runTool(() => (hasDisplay() ? openWindow(process.argv.slice(2)) : compareWithoutWindow()))
