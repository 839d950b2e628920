import { spawn } from 'node:child_process'
import { quietErrors } from './electron-noise.ts'
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
    const errors = quietErrors((text) => process.stderr.write(text))
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => errors.add(chunk))
    const forget = whenInterrupted(() => child.kill())
    child.once('error', reject)
    child.once('close', (code) => {
      forget()
      errors.end()
      resolve(code ?? 1)
    })
  })
}
