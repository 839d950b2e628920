import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { isElectronNoise } from './electron-noise.ts'
import { repositoryFolder } from './repository.ts'
import { withRuntime, type Runtime } from './runtime/provide-runtime.ts'
import { whenInterrupted } from './when-interrupted.ts'

/** Runs the built app in Electron with our input and output, less Chromium's own noise; answers its exit code. */
export function launchElectron(
  runtime: Runtime,
  appArgs: string[],
  displayEnv: Record<string, string> = {},
): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(runtime.executable, [repositoryFolder, ...runtime.launchArgs, ...appArgs], {
      env: { ...withRuntime(process.env, runtime), ...displayEnv },
      stdio: ['inherit', 'inherit', 'pipe'],
    })
    const errors = createInterface({ input: child.stderr })
    errors.on('line', (line) => {
      if (!isElectronNoise(line)) process.stderr.write(`${line}\n`)
    })
    const forget = whenInterrupted(() => child.kill())
    child.once('error', reject)
    child.once('close', (code) => {
      forget()
      resolve(code ?? 1)
    })
  })
}
