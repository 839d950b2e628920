import { rmSync } from 'node:fs'
import { relative } from 'node:path'
import { archFromString, build as electronBuilder, Platform } from 'electron-builder'
import { megabytes, sizeOf } from '../file-size.ts'
import { Stop } from '../stop.ts'
import { contentProblems } from './app-contents.ts'
import { asarFiles } from './asar-files.ts'
import { fuseProblems, fusesOf, readFuses } from './fuses.ts'
import type { PackageMachine, PackagePlan } from './package-plan.ts'

/**
 * Packages the built app, checks it, and says what was made and how large, a line each.
 * @throws Stop where a tool could not be downloaded, or where the result is not as it is to be
 */
export async function packageApp(
  plan: PackagePlan,
  { root, arch }: PackageMachine,
  build: typeof electronBuilder = electronBuilder,
): Promise<string[]> {
  // What an earlier run left must not pass for this one's.
  rmSync(plan.appFolder, { recursive: true, force: true })
  const targets = Platform.current().createTarget(plan.onlyFolder ? 'dir' : null, archFromString(arch))
  const installers = await build({ projectDir: root, targets, config: plan.config, publish: 'never' }).catch(
    (error: unknown) => {
      throw explained(error, plan, root)
    },
  )
  const checked = await checkApp(plan)
  const row = (path: string) => `${megabytes(sizeOf(path)).padStart(10)}  ${relative(root, path)}`
  const paths = [plan.appFolder, plan.asar, ...installers.toSorted()]
  return [...paths.map(row), checked]
}

/** Holds the app's fuses and files against what they are to be; says what was found. @throws Stop where they differ */
async function checkApp({ config, appFolder, executable, asar, sqliteBinding }: PackagePlan): Promise<string> {
  const files = asarFiles(asar)
  const problems = [...fuseProblems(config, await readFuses(executable)), ...contentProblems(files, sqliteBinding)]
  if (problems.length > 0) throw new Stop(`The packaged app in ${appFolder} is wrong:\n  ${problems.join('\n  ')}`)
  return `Checked: ${fusesOf(config).length} fuses as configured, ${files.length} files in the app and none of development.`
}

/** electron-builder fetches the makers of installers on first use, which is where a machine without GitHub stops. */
function explained(error: unknown, { appFolder, onlyFolder }: PackagePlan, root: string): unknown {
  const message = error instanceof Error ? error.message : String(error)
  if (onlyFolder || !/ENOTFOUND|ECONNREFUSED|ECONNRESET|ETIMEDOUT|EAI_AGAIN|status code|fetch failed/.test(message)) {
    return error
  }
  return new Stop(`No installers were made: electron-builder could not download its tools (${message}).
  They come from GitHub, once; where that is blocked, name a mirror of github.com/electron-userland/electron-builder-binaries
  in ELECTRON_BUILDER_BINARIES_MIRROR. The app itself, unpacked, is in ${relative(root, appFolder)};
  "npm run package -- --dir" makes and checks that alone.`)
}
