import { spawn } from 'node:child_process'
import { whenInterrupted } from './when-interrupted.ts'

interface CommandOptions {
  cwd?: string
  env?: NodeJS.ProcessEnv
  /** The command and its children are killed after this many milliseconds. */
  timeLimitMs?: number
}

export interface CommandResult {
  /** Exit code; 127 if there is no such command, 124 past the time limit, 128 if a signal ended it. */
  code: number
  stdout: string
  stderr: string
}

export type RunCommand = (command: string, args: string[], options?: CommandOptions) => Promise<CommandResult>

/** Runs a command without a shell and without input, and collects what it prints. Never rejects. */
export const runCommand: RunCommand = (command, args, options = {}) =>
  new Promise((resolve) => {
    const output = { stdout: '', stderr: '' }
    const limited = options.timeLimitMs !== undefined
    const child = spawn(command, args, {
      cwd: options.cwd,
      env: options.env ?? process.env,
      stdio: ['ignore', 'pipe', 'pipe'],
      // A group of its own, so that a time limit reaches the children too.
      detached: limited && process.platform !== 'win32',
    })
    let late = false
    const stopLate = () => {
      late = true
      killGroup(child.pid)
    }
    const timer = limited ? setTimeout(stopLate, options.timeLimitMs) : undefined
    const forget = limited ? whenInterrupted(() => killGroup(child.pid)) : () => {}
    for (const name of ['stdout', 'stderr'] as const) {
      child[name].setEncoding('utf8').on('data', (text: string) => (output[name] += text))
    }
    child.on('error', (error) => {
      clearTimeout(timer)
      forget()
      resolve({ code: 127, stdout: output.stdout, stderr: `${command}: ${error.message}` })
    })
    child.on('close', (code) => {
      clearTimeout(timer)
      forget()
      resolve({ code: late ? 124 : (code ?? 128), ...output })
    })
  })

function killGroup(pid: number | undefined): void {
  if (pid === undefined) return
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL')
  } catch {
    // It ended by itself in between.
  }
}

/** Both streams of a failed command, for a message. */
export function everythingPrinted(result: CommandResult): string {
  return [result.stdout, result.stderr]
    .map((text) => text.trim())
    .filter(Boolean)
    .join('\n')
}
