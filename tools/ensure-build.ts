import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { everythingPrinted, runCommand, type RunCommand } from './command.ts'
import { packageBinary } from './package-binary.ts'
import { repositoryFolder } from './repository.ts'
import { exclusively } from './runtime/exclusively.ts'
import { timedStep, type Log } from './runtime/progress.ts'
import { Stop } from './stop.ts'

export interface BuildOptions {
  log: Log
  root?: string
  run?: RunCommand
}

/** Builds the app into out/ unless that was built from exactly these sources. */
export async function ensureBuild({
  log,
  root = repositoryFolder,
  run = runCommand,
}: BuildOptions): Promise<'built' | 'fresh'> {
  if (isBuildFresh(root)) return 'fresh'
  return exclusively(join(root, 'node_modules', '.paretoscope-build.sqlite'), async () => {
    // Another run may have built it while this one waited.
    if (isBuildFresh(root)) return 'fresh'
    await timedStep(log, 'Building the app', () => buildApp(root, run))
    return 'built'
  })
}

export async function buildApp(root = repositoryFolder, run: RunCommand = runCommand): Promise<void> {
  const sources = sourcesHash(root)
  const result = await run(process.execPath, [packageBinary('electron-vite', root), 'build'], { cwd: root })
  if (result.code !== 0) throw new Stop(`The app could not be built:\n${everythingPrinted(result)}`)
  writeFileSync(stampFile(root), sources)
}

const stampFile = (root: string) => join(root, 'out', '.built-from')

export function isBuildFresh(root: string): boolean {
  if (!existsSync(join(root, 'out', 'main', 'index.js')) || !existsSync(stampFile(root))) return false
  return readFileSync(stampFile(root), 'utf8') === sourcesHash(root)
}

const besideSources = ['package.json', 'package-lock.json', 'electron.vite.config.ts', 'tsconfig.json']

/** One hash over the paths and contents of everything a build is made from. */
function sourcesHash(root: string): string {
  const hash = createHash('sha256')
  const inSources = readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
  const files = [...inSources, ...besideSources.map((name) => join(root, name)).filter((path) => existsSync(path))]
  for (const path of files.sort()) {
    const content = readFileSync(path)
    hash.update(`${relative(root, path).split(sep).join('/')} ${content.length}\n`).update(content)
  }
  return hash.digest('hex')
}
