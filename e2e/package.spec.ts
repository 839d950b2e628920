import { copyFile, mkdtemp, readdir, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { expect, test as base } from '@playwright/test'
import { asarFiles } from '../tools/packaging/asar-files.ts'
import { launchArguments } from './fixtures/launch-app.ts'
import {
  installedEnvironment,
  packageForTest,
  runToEnd,
  startPackaged,
  type PackagedApp,
} from './fixtures/packaged-app.ts'
import { IncomingFiles } from './pages/incoming.ts'
import { Workspace } from './pages/workspace.ts'

const example = (name: string) => resolve(import.meta.dirname, '../examples', `${name}.paretoscope.json`)

interface Fixtures {
  userData: string
  /** Starts the packaged app on the test's data; it is ended in any case. */
  start: (files?: readonly string[]) => Promise<PackagedApp>
}

const test = base.extend<Fixtures, { packaged: Awaited<ReturnType<typeof packageForTest>> }>({
  packaged: [async ({}, use) => use(await packageForTest()), { scope: 'worker', timeout: 300_000 }],
  userData: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'paretoscope-e2e-'))
    await use(folder)
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  },
  start: async ({ packaged, userData }, use) => {
    const started: PackagedApp[] = []
    await use(async (files) => {
      const app = await startPackaged(packaged.executable, userData, files)
      started.push(app)
      return app
    })
    for (const app of started) await app.kill()
  },
})

test('packaging says what it built and how large, and has checked fuses and files', async ({ packaged }) => {
  expect(packaged.printed).toMatch(/ \d+\.\d MB {2}release\S*(unpacked|mac\S*)\n/)
  expect(packaged.printed).toMatch(/ \d+\.\d MB {2}release\S*app\.asar\n/)
  expect(packaged.printed).toMatch(/Checked: 8 fuses as configured, \d+ files in the app and none of development\./)
  const folders = new Set(asarFiles(packaged.asar).map((path) => path.split('/')[0]!))
  expect([...folders].sort()).toEqual(['node_modules', 'out', 'package.json'])
  // No app beside the archive, and no description of where updates are.
  const resources = (await readdir(dirname(packaged.asar))).filter((name) => !/\.(icns|lproj|html|txt)$/.test(name))
  expect(resources.sort()).toEqual(['app.asar', 'app.asar.unpacked'])
})

test('the packaged app starts, computes and saves, and has the scenario again at the next start', async ({ start }) => {
  const app = await start()
  const workspace = new Workspace(app.window)
  await workspace.computed(3)
  await workspace.title().fill('Saved by the packaged app')
  await workspace.title().press('Enter')
  await expect(workspace.savedScenario('Saved by the packaged app')).toBeVisible()
  await app.close()

  const again = await start()
  const reopened = new Workspace(again.window)
  await expect(reopened.title()).toHaveValue('Saved by the packaged app')
  await reopened.computed(3)
  await again.close()
})

test('a scenario file that it is started with, as by a double click, is looked at', async ({ start, userData }) => {
  const file = join(userData, 'which-gpu.paretoscope')
  await copyFile(example('which-gpu'), file)
  const app = await start([file])
  await expect(new IncomingFiles(app.window).files()).toHaveText([/4 series: .*new$/])
  await app.close()
})

test('its commands compute a frontier and write a PDF, in any language', async ({ packaged, userData }) => {
  const command = (...args: string[]) =>
    runToEnd(packaged.executable, [...launchArguments(), ...args], {
      ...installedEnvironment(userData),
      LANG: 'de_DE.UTF-8',
    })
  const frontier = await command('frontier', example('precision'), '--json')
  expect(frontier.code).toBe(0)
  const { series } = JSON.parse(frontier.stdout) as { series: { name: string; frontier: unknown[] }[] }
  expect(series.map(({ name }) => name)).toEqual(['16-bit', '8-bit', '4-bit'])
  for (const one of series) expect(one.frontier.length).toBeGreaterThan(10)

  const pdf = join(userData, 'report.pdf')
  expect((await command('report', example('precision'), '--pdf', pdf)).code).toBe(0)
  const { stdout: text } = await runToEnd('pdftotext', ['-layout', pdf, '-'], installedEnvironment(userData))
  expect(text).toContain('Llama 3 70B by precision')
  expect(text).toContain('Cost at speeds')
  expect(text).toMatch(/\$2\.10 per GPU-hour/)
})

test.describe('the fuses', () => {
  const args = ['--inspect=0', ...launchArguments(), 'check', example('precision')]
  const valid = '"Llama 3 70B by precision", 3 series'

  test('keep Node’s options and its debugger out', async ({ packaged, userData }) => {
    const env = { ...installedEnvironment(userData), NODE_OPTIONS: '--no-warnings', NODE_EXTRA_CA_CERTS: '/nowhere' }
    const developed = createRequire(import.meta.url)('electron') as unknown as string
    const control = await runToEnd(developed, ['.', ...args], { ...process.env, ...env })
    expect(control.stderr).toContain('Debugger listening')

    const { code, stdout, stderr } = await runToEnd(packaged.executable, args, env)
    expect(stderr).not.toMatch(/Debugger listening|NODE_OPTION|extra certs/)
    expect(stdout).toContain(valid)
    expect(code).toBe(0)
  })

  test('make no Node of it', async ({ packaged, userData }) => {
    const env = { ...installedEnvironment(userData), ELECTRON_RUN_AS_NODE: '1' }
    const { code, stdout } = await runToEnd(packaged.executable, args, env)
    expect(stdout).toContain(valid)
    expect(code).toBe(0)
  })
})
