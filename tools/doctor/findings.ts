import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { release } from 'node:os'
import { join } from 'node:path'
import type { RunCommand } from '../command.ts'
import { hasDisplay } from '../display.ts'
import { isBuildFresh } from '../ensure-build.ts'
import { megabytes, sizeOf } from '../file-size.ts'
import { cacheFolder } from '../runtime/cache-folder.ts'
import { FailedDownload, findOfficialElectron, officialElectronVersion } from '../runtime/official-electron.ts'
import { olderElectron, olderElectronFolder } from '../runtime/older-electron.ts'
import { forcedKind } from '../runtime/provide-runtime.ts'
import { sandboxArguments } from '../runtime/sandbox.ts'
import { sqliteBindingFolder } from '../runtime/sqlite-binding.ts'
import { packagesFor, type Purpose } from '../system-pieces.ts'
import { hasT64Packages, missingFromSystem, type SystemAccess } from '../system.ts'
import type { Finding } from './report.ts'

interface Surroundings {
  root: string
  run: RunCommand
  system: SystemAccess
}

export async function findings(surroundings: Surroundings): Promise<Finding[]> {
  return [
    ...(await machine(surroundings)),
    ...electron(surroundings),
    ...(await pieces(surroundings)),
    ...cached(surroundings),
  ]
}

async function machine({ run, system, root }: Surroundings): Promise<Finding[]> {
  const npm =
    system.env['npm_config_user_agent']?.match(/npm\/(\S+)/)?.[1] ??
    ((await run('npm', ['--version'])).stdout.trim() || 'not found')
  return [
    {
      what: 'System',
      found: `${systemName(system.platform)}, ${process.platform}-${process.arch}${system.userId === 0 ? ', as root' : ''}`,
      state: 'ok',
    },
    { what: 'Node', found: `${process.versions.node} (${process.execPath})`, state: 'ok' },
    { what: 'npm', found: npm, state: 'ok' },
    {
      what: 'Built app',
      found: isBuildFresh(root) ? 'out/, up to date' : 'will be built at the next start',
      state: 'ok',
    },
  ]
}

function systemName(platform: NodeJS.Platform): string {
  const description = '/etc/os-release'
  const pretty =
    platform === 'linux' && existsSync(description)
      ? readFileSync(description, 'utf8').match(/^PRETTY_NAME="?([^"\n]+)/m)?.[1]
      : undefined
  return pretty ?? `${platform} ${release()}`
}

function electron({ root, system }: Surroundings): Finding[] {
  const { env, platform } = system
  const wanted = officialElectronVersion(root)
  const forced = forcedKind(env)
  const official = findOfficialElectron(root)
  const failure = new FailedDownload(cacheFolder(env), wanted).recent()
  const olderWorks = platform === 'linux' && process.arch === 'x64'
  const olderIsMade = existsSync(olderElectronFolder(cacheFolder(env)))
  const officialFound = official
    ? `${wanted}, installed`
    : `${wanted}, not installed${failure === undefined ? '' : `; the last download failed: ${failure}`}`
  const olderFound = olderWorks
    ? `${olderElectron.version}, ${olderIsMade ? 'made' : 'not made yet'}`
    : 'none for this system'
  const used = usedElectron({
    forced,
    official: official !== undefined,
    failedBefore: failure !== undefined,
    olderWorks,
  })
  return [
    { what: 'Official Electron', found: officialFound, state: official ? 'ok' : 'note' },
    { what: 'Older Electron', found: olderFound, state: olderWorks ? 'ok' : 'note' },
    { what: 'Used here', found: used.why, state: used.possible ? 'ok' : 'missing' },
  ]
}

interface Candidates {
  forced: 'official' | 'older' | undefined
  official: boolean
  failedBefore: boolean
  olderWorks: boolean
}

export function usedElectron({ forced, official, failedBefore, olderWorks }: Candidates): {
  why: string
  possible: boolean
} {
  if (forced === 'older') return { why: 'the older one, as PARETOSCOPE_RUNTIME asks', possible: olderWorks }
  if (official) return { why: 'the official one', possible: true }
  if (forced === 'official')
    return { why: 'the official one, as PARETOSCOPE_RUNTIME asks; it will be downloaded', possible: true }
  if (!failedBefore)
    return {
      why: `the official one if it can be downloaded${olderWorks ? ', otherwise the older one' : ''}`,
      possible: true,
    }
  if (olderWorks)
    return { why: 'the older one: the official one could not be downloaded in the last 24 hours', possible: true }
  return {
    why: 'none: the official one could not be downloaded; PARETOSCOPE_RUNTIME=official tries again',
    possible: false,
  }
}

async function pieces({ run, system, root }: Surroundings): Promise<Finding[]> {
  const { env, platform, userId } = system
  const bindingIsMade = existsSync(sqliteBindingFolder(cacheFolder(env), olderElectron.version, root))
  const needsCompilers = !bindingIsMade && findOfficialElectron(root) === undefined && platform === 'linux'
  const canInstall = userId === 0 && system.hasCommand('apt-get')
  const t64 = platform === 'linux' && (await hasT64Packages(run))
  const row = async (what: string, purpose: Purpose, needed: boolean): Promise<Finding> => {
    const missing = await missingFromSystem([purpose], system)
    if (missing.length === 0) return { what, found: 'all here', state: 'ok' }
    const names = missing.map((piece) => piece.name).join(', ')
    const remedy = canInstall
      ? 'will be installed when needed'
      : `sudo apt-get install -y ${packagesFor(missing, t64).join(' ')}`
    return {
      what,
      found: `missing: ${names}\n${needed ? remedy : 'not needed here'}`,
      state: needed && !canInstall ? 'missing' : 'note',
    }
  }
  const display = hasDisplay(env, platform)
  const sandboxed = (await sandboxArguments(run, platform, userId)).length === 0
  return [
    await row('System libraries', 'window', true),
    {
      what: 'Display',
      found: display
        ? (env['DISPLAY'] ?? env['WAYLAND_DISPLAY'] ?? 'the desktop')
        : 'none: "npm start" works on the command line',
      state: display ? 'ok' : 'note',
    },
    await row('Invisible display', 'display', !display),
    await row('Compilers', 'compile', needsCompilers),
    await row('PDF reading', 'pdf', true),
    {
      what: 'Sandbox',
      found: sandboxed ? 'on' : 'off: Chromium cannot use it as root or in this container',
      state: sandboxed ? 'ok' : 'note',
    },
  ]
}

function cached({ system, root }: Surroundings): Finding[] {
  const cache = cacheFolder(system.env)
  const binding = sqliteBindingFolder(cache, olderElectron.version, root)
  const entries = existsSync(cache) ? readdirSync(cache) : []
  return [
    {
      what: 'SQLite for the older',
      found: existsSync(binding) ? binding : 'not built yet',
      state: existsSync(binding) ? 'ok' : 'note',
    },
    {
      what: 'Cache',
      found: [cache, ...entries.map((name) => `${megabytes(sizeOf(join(cache, name))).padStart(10)}  ${name}`)].join(
        '\n',
      ),
      state: 'ok',
    },
  ]
}
