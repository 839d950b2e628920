import { hasDisplay, withDisplay } from './display.ts'
import { ensureBuild } from './ensure-build.ts'
import { launchElectron } from './launch-electron.ts'
import { provideRuntime } from './runtime/provide-runtime.ts'
import { ensureSystem } from './system.ts'

// Standard output belongs to the command's result.
const log = (line: string) => process.stderr.write(`${line}\n`)

/** Runs a command of the built app in Electron, for those that need it: a PDF is printed by it. Answers its exit code. */
export async function commandInElectron(argv: string[]): Promise<number> {
  await ensureSystem(hasDisplay() ? ['window'] : ['window', 'display'], log)
  const runtime = await provideRuntime({ log })
  await ensureBuild({ log })
  // Its errors come through us, who leave noise out: it cannot see that a person watches them.
  const watched = process.stderr.isTTY ? { PARETOSCOPE_WATCHED: '1' } : {}
  return withDisplay((displayEnv) => launchElectron(runtime, ['--', ...argv], { ...displayEnv, ...watched }))
}
