import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../testing/temporary-folder.ts'
import { writeAsar, type AsarTree } from '../testing/write-asar.ts'
import { packageApp } from './package-app.ts'
import { packagePlan, type PackagePlan } from './package-plan.ts'

const machine = () => ({ root: temporaryFolder(), platform: 'linux', arch: 'x64' }) as const
const runtime = { kind: 'official', version: '45.4.1', distPath: '/dist', why: '', env: {} } as const

/** How @electron/fuses finds the fuses in an executable: this text, a version, how many there are, and a digit for each. */
const executable = (fuses: string) =>
  `ELF…dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX\u0001${String.fromCharCode(fuses.length)}${fuses}`

const app: AsarTree = {
  'package.json': null,
  out: {
    main: { 'index.js': null, 'compute-worker.js': null },
    preload: { 'index.cjs': null },
    renderer: { 'index.html': null, 'start-up.html': null },
  },
  node_modules: { 'better-sqlite3': { lib: { 'index.js': null }, prebuilds: { 'linux-x64.node': null } } },
}

/** Stands for electron-builder. */
const builder =
  (plan: PackagePlan, files: AsarTree = app, fuses = '00001100') =>
  (): Promise<string[]> => {
    mkdirSync(dirname(plan.asar), { recursive: true })
    writeFileSync(plan.executable, executable(fuses))
    writeAsar(plan.asar, files)
    const installer = join(dirname(plan.appFolder), 'Paretoscope.AppImage')
    writeFileSync(installer, 'x'.repeat(1_234_000))
    return Promise.resolve([installer])
  }

test('says what was made, how large it is, and that it was checked', async () => {
  const here = machine()
  const plan = packagePlan(runtime, here)
  expect(await packageApp(plan, here, builder(plan))).toEqual([
    expect.stringMatching(/^ {4}0\.0 MB {2}release.linux-unpacked$/),
    expect.stringMatching(/^ {4}0\.0 MB {2}release.linux-unpacked.resources.app\.asar$/),
    expect.stringMatching(/^ {4}1\.2 MB {2}release.Paretoscope\.AppImage$/),
    'Checked: 8 fuses as configured, 8 files in the app and none of development.',
  ])
})

test('refuses an app with another fuse, and one with files of development', async () => {
  const here = machine()
  const plan = packagePlan(runtime, here)
  await expect(packageApp(plan, here, builder(plan, app, '10001100'))).rejects.toThrow(
    /is wrong:\n {2}the fuse runAsNode is on; expected off$/,
  )
  await expect(packageApp(plan, here, builder(plan, { ...app, src: { 'index.ts': null } }))).rejects.toThrow(
    /is wrong:\n {2}src\/index\.ts does not belong into the app$/,
  )
})

test('what an earlier run left does not pass for this one’s', async () => {
  const here = machine()
  const plan = packagePlan(runtime, here)
  await packageApp(plan, here, builder(plan))
  await expect(packageApp(plan, here, () => Promise.resolve([]))).rejects.toThrow('ENOENT')
  expect(existsSync(plan.executable)).toBe(false)
})

test('where the tools for installers cannot be downloaded, it says so and what can be done', async () => {
  const here = machine()
  const blocked = () => Promise.reject(new Error('getaddrinfo ENOTFOUND github.com'))
  await expect(packageApp(packagePlan(runtime, here), here, blocked)).rejects.toThrow(
    /^No installers were made: .*\(getaddrinfo ENOTFOUND github\.com\)[^]*ELECTRON_BUILDER_BINARIES_MIRROR[^]*is in release.linux-unpacked;/,
  )
  const own = new Error('Invalid configuration object')
  await expect(packageApp(packagePlan(runtime, here), here, () => Promise.reject(own))).rejects.toBe(own)
})
