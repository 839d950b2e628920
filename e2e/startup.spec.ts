import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { expect, test } from './fixtures/app.ts'
import { runToEnd } from './fixtures/run-to-end.ts'

test('data from a newer version are left alone: with nobody to answer, the app says so and ends with code 4', async () => {
  const userData = await mkdtemp(join(tmpdir(), 'paretoscope-e2e-'))
  try {
    const file = join(userData, 'paretoscope.sqlite')
    const newer = new Sqlite(file)
    newer.pragma('user_version = 999')
    newer.exec('CREATE TABLE future (x INTEGER)')
    newer.close()
    const bytes = await readFile(file)
    const { code, errors } = await runToEnd(userData)
    expect(errors).toContain('come from a newer Paretoscope (data version 999;')
    expect(code).toBe(4)
    expect((await readFile(file)).equals(bytes)).toBe(true)
  } finally {
    await rm(userData, { recursive: true, force: true, maxRetries: 5 })
  }
})

test('a second start ends, and brings the first one’s window forward', async ({ app }) => {
  const focused = app.electronApp.evaluate(
    ({ app: electron, BrowserWindow }) =>
      new Promise<boolean>((done) => {
        const [window] = BrowserWindow.getAllWindows()
        window!.minimize()
        electron.once('second-instance', () => setImmediate(() => done(!window!.isMinimized())))
      }),
  )
  expect((await runToEnd(app.userData)).code).toBe(0)
  expect(await focused).toBe(true)
  expect(app.electronApp.windows()).toHaveLength(1)
})

test('a second start opens the window again where the app runs on without one, as on macOS', async ({ app }) => {
  await app.electronApp.evaluate(({ BrowserWindow }) => {
    Object.defineProperty(process, 'platform', { value: 'darwin' })
    BrowserWindow.getAllWindows()[0]!.close()
  })
  await expect.poll(() => app.electronApp.windows().length).toBe(0)
  const opened = app.electronApp.waitForEvent('window')
  expect((await runToEnd(app.userData)).code).toBe(0)
  await expect((await opened).getByTestId('summary')).toBeVisible()
  expect(app.electronApp.windows()).toHaveLength(1)
})

test('a command runs beside the open app', async ({ app }) => {
  const { code, errors } = await runToEnd(app.userData, ['--', 'check', join(app.userData, 'nothing.json')])
  expect(errors).toContain('does not exist')
  expect(code).toBe(3)
})

test('theme and window come back as they were', async ({ app }) => {
  expect(await app.window.evaluate(() => window.paretoscope.invoke('app.setTheme', 'dark'))).toMatchObject({ ok: true })
  expect(await app.window.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)).toBe(true)
  await app.electronApp.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]!.setBounds({ x: 40, y: 50, width: 1000, height: 650 }),
  )
  const { window: page, electronApp } = await app.relaunch()
  expect(await page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)).toBe(true)
  const after = await electronApp.evaluate(({ BrowserWindow, Menu }) => ({
    bounds: BrowserWindow.getAllWindows()[0]!.getNormalBounds(),
    checked: Menu.getApplicationMenu()!.getMenuItemById('theme-dark')!.checked,
  }))
  expect(after).toEqual({ bounds: { x: 40, y: 50, width: 1000, height: 650 }, checked: true })
})

test('a menu command reaches the page', async ({ app }) => {
  await app.window.evaluate(
    () => void window.paretoscope.on('menu.command', (command) => Object.assign(window, { received: command })),
  )
  await app.electronApp.evaluate(({ Menu }) => Menu.getApplicationMenu()!.getMenuItemById('show-table')!.click())
  await app.window.waitForFunction(() => 'received' in window && window.received === 'show-table')
})
