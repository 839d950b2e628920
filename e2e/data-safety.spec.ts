import { existsSync } from 'node:fs'
import { readdir, readFile, rename, rm, truncate } from 'node:fs/promises'
import { join } from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import { expect, type ElectronApplication, type Page } from '@playwright/test'
import Sqlite from 'better-sqlite3'
import { runToEnd } from './fixtures/run-to-end.ts'
import { test, type SavedData } from './fixtures/saved-data.ts'
import { StartUpScreen } from './pages/start-up.ts'
import { Workspace } from './pages/workspace.ts'

const exitCode = (electronApp: ElectronApplication): Promise<number | null> =>
  new Promise((resolve) => electronApp.process().once('exit', resolve))

/** In both colour schemes. */
async function violations(page: Page): Promise<string[]> {
  const found: string[] = []
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    const { violations: all } = await new AxeBuilder({ page }).setLegacyMode().analyze()
    found.push(...all.map(({ id, nodes }) => `${colorScheme} ${id}: ${nodes.map((node) => node.html).join(', ')}`))
  }
  return found
}

/** Runs the app on new data, saves a comparison of that name in it, and ends with a backup of the day. */
async function saveComparison(data: SavedData, name: string): Promise<void> {
  const { window, electronApp } = await data.start()
  const workspace = new Workspace(window)
  await workspace.title().fill(name)
  await workspace.title().press('Enter')
  await expect(workspace.savedScenario(name)).toBeVisible()
  await electronApp.close()
}

/** Makes the day's backup one of another day, so that the next start makes one more. */
async function ageBackup(data: SavedData, day: string): Promise<void> {
  const folder = join(data.folder, 'backups')
  const [name] = (await readdir(folder)).filter((one) => !/T00-00-00/.test(one))
  await rename(join(folder, name!), join(folder, name!.replace(/\d{4}.*Z/, `${day}T00-00-00-000Z`)))
}

test.describe('data of a newer app', () => {
  test('are explained and left untouched', async ({ data }) => {
    const newer = new Sqlite(data.file)
    newer.pragma('user_version = 999')
    newer.exec('CREATE TABLE future (x INTEGER)')
    newer.close()
    const bytes = await readFile(data.file)
    const { electronApp, window } = await data.start()
    const screen = new StartUpScreen(window)
    await expect(screen.headline()).toHaveText('The saved data come from a newer Paretoscope')
    await expect(screen.says(/data version 999; this one knows up to \d+\)\. They were left as they are/)).toBeVisible()
    await expect(screen.says(data.file)).toBeVisible()
    expect(await violations(window)).toEqual([])

    await electronApp.evaluate(({ shell }) => {
      shell.showItemInFolder = (path) => void Object.assign(globalThis, { shown: path })
    })
    await screen.action('Show the folder').press('Enter')
    await expect
      .poll(() => electronApp.evaluate(() => (globalThis as unknown as { shown?: string }).shown))
      .toBe(data.file)

    const ended = exitCode(electronApp)
    await screen.leaveBy('Quit')
    expect(await ended).toBe(4)
    expect((await readFile(data.file)).equals(bytes)).toBe(true)
    expect(existsSync(`${data.file}-wal`)).toBe(false)
  })

  test('are shown under the policy of every page, and a second start brings that window forward', async ({ data }) => {
    const newer = new Sqlite(data.file)
    newer.pragma('user_version = 999')
    newer.exec('CREATE TABLE future (x INTEGER)')
    newer.close()
    const { electronApp, window } = await data.start()
    expect(window.url()).toBe('app://paretoscope/start-up.html')
    const response = window.waitForResponse('app://paretoscope/start-up.html')
    await window.reload()
    expect((await response).headers()['content-security-policy']).toMatch(/^default-src 'none'; script-src 'self';/)
    const preferences = await electronApp.evaluate(({ BrowserWindow }) => {
      const [shown] = BrowserWindow.getAllWindows()
      shown!.minimize()
      const contents = shown!.webContents as unknown as { getLastWebPreferences(): Record<string, unknown> }
      return contents.getLastWebPreferences()
    })
    expect(preferences).toMatchObject({ contextIsolation: true, sandbox: true, nodeIntegration: false })
    expect((await runToEnd(data.folder)).code).toBe(0)
    await expect
      .poll(() => electronApp.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.isMinimized()))
      .toBe(false)
    expect(electronApp.windows()).toHaveLength(1)
  })
})

test.describe('damaged data', () => {
  test('are replaced by the backup a person chooses, and kept', async ({ data }) => {
    await saveComparison(data, 'Monday’s work')
    await ageBackup(data, '2026-05-04')
    await saveComparison(data, 'Tuesday’s work')
    await ageBackup(data, '2026-05-05')
    await truncate(data.file, 3 * 4096)
    const damaged = await readFile(data.file)

    const { electronApp, window } = await data.start()
    const screen = new StartUpScreen(window)
    await expect(screen.headline()).toHaveText('The saved data are damaged')
    await expect(screen.says(data.file)).toBeVisible()
    await expect(screen.backups()).toHaveCount(2)
    await expect(screen.backups().first()).toBeChecked()
    // Each was made at a start, so it holds what the start before had left.
    await expect(screen.says(/^1 saved comparison · \d+ KB · daily backup$/)).toHaveCount(1)
    await expect(screen.says(/^no saved comparisons · \d+ KB · daily backup$/)).toHaveCount(1)
    expect(await violations(window)).toEqual([])
    await screen.backups().first().press('ArrowDown')
    await expect(screen.backups().last()).toBeChecked()
    await screen.backups().last().press('ArrowUp')

    const opened = electronApp.waitForEvent('window')
    await screen.leaveBy('Restore backup')
    const workspace = new Workspace(await opened)
    await workspace.computed(3)
    await expect(workspace.savedScenario('Monday’s work')).toBeVisible()
    await expect(workspace.savedScenario('Tuesday’s work')).toBeHidden()
    await expect.poll(() => electronApp.windows().length).toBe(1)
    const kept = (await readdir(data.folder)).find((name) => /^paretoscope\.sqlite\.damaged-[\dTZ-]+$/.test(name))
    expect((await readFile(join(data.folder, kept!))).equals(damaged)).toBe(true)
  })

  test('without any backup can be set aside for an empty start', async ({ data }) => {
    await saveComparison(data, 'Lost work')
    await rm(join(data.folder, 'backups'), { recursive: true })
    await truncate(data.file, 3 * 4096)
    const { electronApp, window } = await data.start()
    const screen = new StartUpScreen(window)
    await expect(screen.says('There is no good backup to go back to.')).toBeVisible()
    await expect(screen.action('Restore backup')).toBeHidden()
    const opened = electronApp.waitForEvent('window')
    await screen.leaveBy('Start with empty data')
    const workspace = new Workspace(await opened)
    await workspace.computed(3)
    await expect(workspace.savedScenario('Lost work')).toBeHidden()
    expect((await readdir(data.folder)).filter((name) => name.includes('.damaged-'))).toHaveLength(1)
  })
})

test('data that another program holds open once it has let go', async ({ data }) => {
  await saveComparison(data, 'Held')
  const release = data.hold('alone')
  const { electronApp, window } = await data.start()
  const screen = new StartUpScreen(window)
  await expect(screen.headline()).toHaveText('The saved data cannot be opened')
  await expect(screen.says(/another program holds the file\. Nothing was changed\./)).toBeVisible()
  expect(await violations(window)).toEqual([])
  await screen.action('Try again').click()
  await expect(screen.action('Try again')).toBeEnabled()
  await expect(screen.says(/another program holds the file/)).toBeVisible()
  release()
  const opened = electronApp.waitForEvent('window')
  await screen.leaveBy('Try again')
  await expect(new Workspace(await opened).savedScenario('Held')).toBeVisible()
})

test('work that cannot be saved stays in the window, which says so, until it is saved', async ({ data }) => {
  const { electronApp, window } = await data.start()
  const workspace = new Workspace(window)
  await workspace.title().fill('Before')
  await workspace.title().press('Enter')
  await expect(workspace.savedScenario('Before')).toBeVisible()

  const release = data.hold('writing')
  await workspace.title().fill('Not to be lost')
  await workspace.title().press('Enter')
  const notice = window.getByText(/another program holds the file\. Your work is still in this window/)
  await expect(notice.first()).toBeVisible()
  await expect(window.getByTestId('saved-note')).toHaveText('not saved')

  const gallery = window.getByRole('list', { name: 'Gallery' }).getByRole('button', { name: /^All models on H100/ })
  await gallery.click()
  await expect(window.getByText('“Not to be lost” stays open')).toBeVisible()
  await expect(workspace.title()).toHaveValue('Not to be lost')

  const asked = await electronApp.evaluate(
    ({ dialog, BrowserWindow }) =>
      new Promise<string>((resolve) => {
        dialog.showMessageBoxSync = (...args: unknown[]) => {
          resolve((args.at(-1) as { message: string }).message)
          return 0
        }
        BrowserWindow.getAllWindows()[0]!.close()
      }),
  )
  expect(asked).toBe('The last changes are not saved')
  await expect(workspace.title()).toHaveValue('Not to be lost')

  release()
  await window.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(window.getByTestId('saved-note')).toContainText(/^saved/)
  await electronApp.close()
  const { window: again } = await data.start()
  await expect(new Workspace(again).title()).toHaveValue('Not to be lost')
})
