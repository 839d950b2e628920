import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'
import { everythingPrinted, runCommand, type RunCommand } from './command.ts'
import { timedStep, type Log } from './runtime/progress.ts'
import { Stop } from './stop.ts'
import { missingPieces, packagesFor, type Purpose, type SystemFound, type SystemPiece } from './system-pieces.ts'

export interface SystemAccess {
  run: RunCommand
  env: NodeJS.ProcessEnv
  platform: NodeJS.Platform
  userId: number | undefined
  hasCommand: (name: string) => boolean
}

export const thisSystem: SystemAccess = {
  run: runCommand,
  env: process.env,
  platform: process.platform,
  userId: process.getuid?.(),
  hasCommand: (name) => isOnPath(name, process.env['PATH'] ?? ''),
}

/** What Electron, its display or a compiler lack here; nothing on systems that bring their own. */
export async function missingFromSystem(
  purposes: readonly Purpose[],
  system: SystemAccess = thisSystem,
): Promise<SystemPiece[]> {
  if (system.platform !== 'linux') return []
  return missingPieces(purposes, await lookAround(system))
}

/** Installs what is missing when root on Debian or Ubuntu; otherwise stops and says what to type. */
export async function ensureSystem(
  purposes: readonly Purpose[],
  log: Log,
  system: SystemAccess = thisSystem,
): Promise<void> {
  const missing = await missingFromSystem(purposes, system)
  if (missing.length === 0) return
  const { run, userId, hasCommand } = system
  const names = missing.map((piece) => piece.name).join(', ')
  if (!hasCommand('apt-get'))
    throw new Stop(`This system lacks ${names}. Please install them with its package manager.`)
  const packages = packagesFor(missing, await hasT64Packages(run))
  if (userId !== 0) {
    throw new Stop(
      `This system lacks ${names}. Please run:\n  sudo apt-get update && sudo apt-get install -y ${packages.join(' ')}`,
    )
  }
  await timedStep(log, `Installing system packages: ${packages.join(' ')}`, () => installPackages(packages, system))
  const still = await missingFromSystem(purposes, system)
  if (still.length > 0)
    throw new Stop(`Still missing after the installation: ${still.map((piece) => piece.name).join(', ')}`)
}

async function installPackages(packages: string[], { run, env }: SystemAccess): Promise<void> {
  const quiet = { env: { ...env, DEBIAN_FRONTEND: 'noninteractive' } }
  // A failing update alone is no reason to stop: one broken source in a list fails it, and the packages may be known.
  const update = await run('apt-get', ['update'], quiet)
  const install = await run('apt-get', ['install', '-y', '--no-install-recommends', ...packages], quiet)
  if (install.code === 0) return
  const printed = [update.code === 0 ? '' : everythingPrinted(update), everythingPrinted(install)].join('\n').trim()
  throw new Stop(`apt-get could not install ${packages.join(' ')}:\n${printed}`)
}

/** Systems after the move to 64-bit time show it by the names of packages that every one of them has. */
export async function hasT64Packages(run: RunCommand): Promise<boolean> {
  const listed = await run('dpkg-query', ['--show', '--showformat', '${Package}\n', '*t64'])
  return listed.stdout.trim() !== ''
}

async function lookAround({ run, hasCommand }: SystemAccess): Promise<SystemFound> {
  // Ordinary users of Debian have no /sbin in their PATH.
  const listing = hasCommand('ldconfig') ? 'ldconfig' : '/sbin/ldconfig'
  const [libraries, fonts] = await Promise.all([run(listing, ['-p']), run('fc-list', [':', 'family'])])
  return {
    libraries: libraries.stdout,
    hasCommand,
    hasFonts: fonts.stdout.trim() !== '',
  }
}

function isOnPath(name: string, path: string): boolean {
  return path.split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, name), constants.X_OK)
      return true
    } catch {
      return false
    }
  })
}
