import { tmpdir } from 'node:os'
import { app, shell } from 'electron'
import { runCommandLine } from './cli/command-line.ts'
import { electronHost } from './cli/electron-host.ts'
import { makeCommandProfile, removeCommandProfile } from './command-profile.ts'
import { log } from './log.ts'
import { setupContentsPolicy } from './window/contents-policy.ts'
import { setupSessionPolicy } from './window/session-policy.ts'

/** Runs a command without a window, under a profile of its own: the app may be open meanwhile. */
export function runCommand(argv: string[]): void {
  const profile = makeCommandProfile(tmpdir())
  app.setPath('userData', profile)
  app.on('quit', () => removeCommandProfile(profile))
  // A report is printed from a hidden window: its end is not the command's.
  app.on('window-all-closed', () => {})
  setupSessionPolicy(app)
  setupContentsPolicy(app, shell, log)
  void app
    .whenReady()
    .then(() => runCommandLine(argv, electronHost()))
    .catch((error: unknown) => {
      log(error instanceof Error ? (error.stack ?? error.message) : String(error))
      return 1
    })
    .then(async (code) => {
      await Promise.all([flushed(process.stdout), flushed(process.stderr)])
      app.exit(code)
    })
}

const flushed = (stream: NodeJS.WriteStream) => new Promise<void>((resolve) => stream.write('', () => resolve()))
