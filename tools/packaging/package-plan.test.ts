import { join } from 'node:path'
import { expect, test } from 'vitest'
import release from '../../electron-builder.config.ts'
import { packagePlan } from './package-plan.ts'

const official = { kind: 'official', version: '45.4.1', distPath: '/dist', why: 'Electron 45.4.1.', env: {} } as const
const older = {
  kind: 'older',
  version: '33.2.1',
  distPath: '/older',
  why: 'Electron 33.2.1 for development only.',
  env: { PARETOSCOPE_SQLITE_BINDING: '/cache/sqlite/better_sqlite3.node' },
} as const
const linux = { root: '/project', platform: 'linux', arch: 'x64' } as const

test('the official Electron gives what is shipped, as configured', () => {
  const plan = packagePlan(official, linux)
  expect(plan.config).toEqual({ ...release, electronDist: '/dist', electronVersion: '45.4.1' })
  expect(plan).toMatchObject({ onlyFolder: false, note: null })
  expect(plan.sqliteBinding).toBe('node_modules/better-sqlite3/prebuilds/linux-x64.node')
  expect(packagePlan(official, linux, { onlyFolder: true }).onlyFolder).toBe(true)
})

test('the older Electron gives the unpacked app alone, elsewhere, under a name that says what it is', () => {
  const plan = packagePlan(older, linux)
  expect(plan.onlyFolder).toBe(true)
  expect(plan.appFolder).toBe(join('/project', 'release/development-runtime-not-for-distribution/linux-unpacked'))
  expect(plan.config.directories?.output).toBe('release/development-runtime-not-for-distribution')
  expect(plan.note).toBe('Not for distribution, and no installers: Electron 33.2.1 for development only.')
})

test('the older Electron has the same fuses, and SQLite as it was built for it', () => {
  const { config, sqliteBinding } = packagePlan(older, linux)
  expect(config.electronFuses).toEqual(release.electronFuses)
  expect(sqliteBinding).toBe('node_modules/better-sqlite3/build/Release/better_sqlite3.node')
  expect(config.files).toContainEqual({
    from: '/cache/sqlite',
    to: 'node_modules/better-sqlite3/build/Release',
    filter: ['better_sqlite3.node'],
  })
  expect(() => packagePlan({ ...older, env: {} }, linux)).toThrow('Electron 33.2.1 comes without a binding of SQLite')
})

test.each([
  ['linux', 'x64', 'release/linux-unpacked/paretoscope', 'release/linux-unpacked/resources/app.asar'],
  ['linux', 'arm64', 'release/linux-arm64-unpacked/paretoscope', 'release/linux-arm64-unpacked/resources/app.asar'],
  ['win32', 'x64', 'release/win-unpacked/Paretoscope.exe', 'release/win-unpacked/resources/app.asar'],
  [
    'darwin',
    'arm64',
    'release/mac-arm64/Paretoscope.app/Contents/MacOS/Paretoscope',
    'release/mac-arm64/Paretoscope.app/Contents/Resources/app.asar',
  ],
] as const)('on %s-%s the app is where electron-builder puts it', (platform, arch, executable, asar) => {
  const plan = packagePlan(official, { root: '/project', platform, arch })
  expect(plan.executable).toBe(join('/project', executable))
  expect(plan.asar).toBe(join('/project', asar))
  expect(plan.sqliteBinding).toBe(`node_modules/better-sqlite3/prebuilds/${platform}-${arch}.node`)
})
