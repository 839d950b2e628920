import { spawn, spawnSync, type ChildProcessByStdio } from 'node:child_process'
import { join } from 'node:path'
import type { Readable, Writable } from 'node:stream'

const script = (name: string): string => join(import.meta.dirname, name)

/** Starts a script of this folder as a process of its own, which ends when its standard input does. */
export const startChild = (name: string, args: readonly string[]): ChildProcessByStdio<Writable, Readable, null> =>
  spawn(process.execPath, [script(name), ...args], { stdio: ['pipe', 'pipe', 'inherit'] })

/** Whether this system lets a process have mounts of its own, as root or not. */
export const canMount =
  process.platform === 'linux' &&
  spawnSync('unshare', ['-Urm', 'mount', '-t', 'tmpfs', 'tmpfs', import.meta.dirname]).status === 0

/**
 * Runs a script of this folder with a small disk in memory mounted at `folder`, which only it sees, and which is gone
 * when it ends.
 * @returns what it printed, as JSON
 */
export function runOnSmallDisk(name: string, folder: string): unknown {
  const mounting = 'mount -t tmpfs -o size=6m tmpfs "$1" && exec "$2" "$3" "$1"'
  const args = ['-Urm', 'sh', '-c', mounting, 'sh', folder, process.execPath, script(name)]
  const { status, stdout, stderr } = spawnSync('unshare', args, { encoding: 'utf8' })
  if (status !== 0) throw new Error(`${name} ended with code ${String(status)}: ${stderr}`)
  return JSON.parse(stdout)
}
