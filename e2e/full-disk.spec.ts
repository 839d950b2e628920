import { spawnSync } from 'node:child_process'
import { statfsSync } from 'node:fs'
import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { test as withData } from './fixtures/saved-data.ts'
import { StartUpScreen } from './pages/start-up.ts'
import { Workspace } from './pages/workspace.ts'

const done = (command: string, ...args: string[]): boolean => spawnSync(command, args).status === 0

/** A data folder that is a small disk of its own. */
const test = withData.extend<{ disk: { fill: () => Promise<void>; free: () => Promise<void> } }>({
  disk: async ({ data }, use, testInfo) => {
    testInfo.skip(
      !done('mount', '-t', 'tmpfs', '-o', 'size=60m', 'tmpfs', data.folder),
      'only root may mount a small disk; src/main/storage/full-disk.test.ts does without',
    )
    const ballast = join(data.folder, 'ballast')
    await use({
      fill() {
        const { bavail, bsize } = statfsSync(data.folder)
        return writeFile(ballast, Buffer.alloc(bavail * bsize))
      },
      free: () => rm(ballast),
    })
    done('umount', '--lazy', data.folder)
  },
})

test('on a full disk the work stays in the window, which says so, and is saved once there is room', async ({
  data,
  disk,
}) => {
  const { electronApp, window } = await data.start()
  const workspace = new Workspace(window)
  await workspace.title().fill('Before')
  await workspace.title().press('Enter')
  await expect(workspace.savedScenario('Before')).toBeVisible()

  await disk.fill()
  let edits = 0
  await expect(async () => {
    edits += 1
    await workspace.title().fill(`Edit ${edits} on a full disk`)
    await workspace.title().press('Enter')
    await expect(window.getByTestId('saved-note')).toHaveText('not saved', { timeout: 500 })
  }).toPass({ intervals: [0], timeout: 60_000 })
  await expect(window.getByText(/the disk is full\. Your work is still in this window/).first()).toBeVisible()
  await disk.free()
  await window.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(window.getByTestId('saved-note')).toContainText(/^saved/)
  await electronApp.close()

  await disk.fill()
  const again = await data.start()
  const screen = new StartUpScreen(again.window)
  await expect(screen.says(/could not be opened: the disk is full\. Nothing was changed\./)).toBeVisible()
  await disk.free()
  const opened = again.electronApp.waitForEvent('window')
  await screen.leaveBy('Try again')
  await expect(new Workspace(await opened).title()).toHaveValue(`Edit ${edits} on a full disk`)
})
