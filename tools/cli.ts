// Entry of `npm run --silent cli -- COMMAND`: the commands themselves are in src/main/cli.
import { runCommandLine } from '../src/main/cli/command-line.ts'
import { nodeHost } from '../src/main/cli/node-host.ts'
import { hasDisplay, withDisplay } from './display.ts'
import { ensureBuild } from './ensure-build.ts'
import { launchElectron } from './launch-electron.ts'
import { provideRuntime } from './runtime/provide-runtime.ts'
import { runTool } from './stop.ts'
import { ensureSystem } from './system.ts'

// Standard output belongs to the command's result.
const log = (line: string) => process.stderr.write(`${line}\n`)

/** For the commands that need Electron: a PDF is printed by it. */
async function electron(argv: string[]): Promise<number> {
  await ensureSystem(hasDisplay() ? ['window'] : ['window', 'display'], log)
  const runtime = await provideRuntime({ log })
  await ensureBuild({ log })
  return withDisplay((displayEnv) => launchElectron(runtime, ['--', ...argv], displayEnv))
}

await runTool(() => runCommandLine(process.argv.slice(2), nodeHost({ electron })))
