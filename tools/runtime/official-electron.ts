import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { everythingPrinted, type RunCommand } from '../command.ts'

export interface InstalledElectron {
  version: string
  executable: string
  distPath: string
}

export const officialElectronVersion = (root: string): string =>
  (JSON.parse(readFileSync(join(root, 'node_modules', 'electron', 'package.json'), 'utf8')) as { version: string })
    .version

/** The Electron of package.json, if its installer has finished: path.txt is what it writes last. */
export function findOfficialElectron(root: string): InstalledElectron | undefined {
  const folder = join(root, 'node_modules', 'electron')
  const distPath = join(folder, 'dist')
  const wanted = officialElectronVersion(root)
  if (!existsSync(join(folder, 'path.txt')) || !existsSync(join(distPath, 'version'))) return undefined
  const version = readFileSync(join(distPath, 'version'), 'utf8').trim().replace(/^v/, '')
  const executable = join(distPath, readFileSync(join(folder, 'path.txt'), 'utf8'))
  return version === wanted && existsSync(executable) ? { version, executable, distPath } : undefined
}

export interface DownloadTools {
  run: RunCommand
  env: NodeJS.ProcessEnv
  reach?: (url: string) => Promise<boolean>
}

const minute = 60_000

/**
 * Runs Electron's own installer. Answers why it failed, or undefined when Electron is there.
 * A blocked network refuses at once or stays silent for minutes, so without an answer from the
 * server the installer gets only the seconds it needs to find an earlier download in its cache.
 */
export async function downloadOfficialElectron(
  root: string,
  { run, env, reach = answers }: DownloadTools,
): Promise<string | undefined> {
  const timeLimitMs = (await reach(downloadAddress(root, env))) ? 20 * minute : minute / 4
  const withoutOverride = { ...env, ELECTRON_OVERRIDE_DIST_PATH: undefined, ELECTRON_GET_NO_PROGRESS: '1' }
  const installer = join(root, 'node_modules', 'electron', 'install.js')
  const result = await run(process.execPath, [installer], { env: withoutOverride, timeLimitMs })
  if (findOfficialElectron(root)) return undefined
  if (result.code === 124) return `no answer within ${timeLimitMs / 1000} s`
  return firstLine(everythingPrinted(result)) || `its installer ended with code ${result.code}`
}

const firstLine = (text: string) => (text.split('\n')[0] ?? '').replace(/^\w*Error: /, '')

/** Where the installer will look: GitHub, or the mirror that the environment or .npmrc names. */
function downloadAddress(root: string, env: NodeJS.ProcessEnv): string {
  const mirror =
    env['npm_config_electron_mirror'] ||
    env['ELECTRON_MIRROR'] ||
    'https://github.com/electron/electron/releases/download/'
  const version = officialElectronVersion(root)
  return `${mirror}v${version}/electron-v${version}-${process.platform}-${process.arch}.zip`
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(url, { method: 'HEAD', signal: AbortSignal.timeout(8000) })).ok
  } catch {
    return false
  }
}

/** A failed download is remembered for a day, so that not every start waits for the same refusal. */
export class FailedDownload {
  readonly #file: string
  readonly #version: string
  readonly #now: () => number

  constructor(cache: string, version: string, now: () => number = Date.now) {
    this.#file = join(cache, 'electron-download-failed.json')
    this.#version = version
    this.#now = now
  }

  /** Why it failed, if that was less than a day ago and for the same version. */
  recent(): string | undefined {
    try {
      const { version, reason, at } = JSON.parse(readFileSync(this.#file, 'utf8')) as Record<string, unknown>
      const age = this.#now() - Number(at)
      return version === this.#version && age >= 0 && age < 24 * 60 * minute ? String(reason) : undefined
    } catch {
      return undefined
    }
  }

  remember(reason: string): void {
    mkdirSync(dirname(this.#file), { recursive: true })
    writeFileSync(this.#file, JSON.stringify({ version: this.#version, reason, at: this.#now() }))
  }

  forget(): void {
    rmSync(this.#file, { force: true })
  }
}
