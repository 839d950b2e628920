import { dirname, join } from 'node:path'
import type { Configuration } from 'electron-builder'
import release from '../../electron-builder.config.ts'
import { Stop } from '../stop.ts'
import type { Runtime } from '../runtime/provide-runtime.ts'

/** What is to be packaged, and where it will be. */
export interface PackagePlan {
  readonly config: Configuration
  /** Only the folder that installers are made from: no AppImage, deb, nsis or dmg. */
  readonly onlyFolder: boolean
  /** Why so, for people. */
  readonly note: string | null
  /** The folder that holds the app, unpacked. */
  readonly appFolder: string
  readonly executable: string
  readonly asar: string
  /** SQLite's native part by its path in the app. */
  readonly sqliteBinding: string
}

export interface PackageMachine {
  readonly root: string
  readonly platform: NodeJS.Platform
  readonly arch: string
}

const BETTER_SQLITE = 'node_modules/better-sqlite3'

/** What better-sqlite3 loads rather than a prebuilt binary, where there is one. */
const BUILT_BINDING = `${BETTER_SQLITE}/build/Release/better_sqlite3.node`

/** Beside the releases and not among them. */
const DEVELOPMENT_OUTPUT = 'release/development-runtime-not-for-distribution'

/** From the official Electron what is shipped; from the older one, for tests, the unpacked app alone and with SQLite built for it. */
export function packagePlan(
  { kind, version, distPath, why, env }: Pick<Runtime, 'kind' | 'version' | 'distPath' | 'why' | 'env'>,
  machine: PackageMachine,
  { onlyFolder = false } = {},
): PackagePlan {
  const config: Configuration = { ...release, electronDist: distPath, electronVersion: version }
  if (kind === 'official') {
    const binding = `${BETTER_SQLITE}/prebuilds/${machine.platform}-${machine.arch}.node`
    return { config, onlyFolder, note: null, sqliteBinding: binding, ...places(release.directories.output, machine) }
  }
  const binding = env['PARETOSCOPE_SQLITE_BINDING']
  if (binding === undefined) throw new Stop(`Electron ${version} comes without a binding of SQLite.`)
  return {
    config: {
      ...config,
      directories: { ...release.directories, output: DEVELOPMENT_OUTPUT },
      files: [
        ...release.files,
        `!${BETTER_SQLITE}/prebuilds/**`,
        { from: dirname(binding), to: dirname(BUILT_BINDING), filter: ['better_sqlite3.node'] },
      ],
    },
    onlyFolder: true,
    note: `Not for distribution, and no installers: ${why}`,
    sqliteBinding: BUILT_BINDING,
    ...places(DEVELOPMENT_OUTPUT, machine),
  }
}

/** Where electron-builder puts things, by system. */
function places(output: string, { root, platform, arch }: PackageMachine) {
  const suffix = arch === 'x64' ? '' : `-${arch}`
  if (platform === 'darwin') {
    const appFolder = join(root, output, `mac${suffix}`)
    const contents = join(appFolder, 'Paretoscope.app', 'Contents')
    return {
      appFolder,
      executable: join(contents, 'MacOS', 'Paretoscope'),
      asar: join(contents, 'Resources', 'app.asar'),
    }
  }
  const appFolder = join(root, output, `${platform === 'win32' ? 'win' : 'linux'}${suffix}-unpacked`)
  return {
    appFolder,
    executable: join(appFolder, platform === 'win32' ? 'Paretoscope.exe' : 'paretoscope'),
    asar: join(appFolder, 'resources', 'app.asar'),
  }
}
