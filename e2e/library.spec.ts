import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from './fixtures/app.ts'
import { IncomingFiles } from './pages/incoming.ts'
import { Workspace } from './pages/workspace.ts'

test('a scenario is saved, survives a restart, and opens as it was', async ({ app }) => {
  const workspace = new Workspace(app.window)
  await workspace.computed(3)
  await workspace.title().fill('My precision study')
  await workspace.title().press('Enter')
  await expect(workspace.savedScenario('My precision study')).toBeVisible()
  await workspace.edit('70B 8-bit')
  await workspace.field('Context').fill('2K')
  await workspace.field('Name').fill('8-bit at 2K')
  await expect(workspace.series('8-bit at 2K')).toBeVisible()
  await app.window.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(app.window.getByTestId('saved-note')).toContainText('saved')

  const again = new Workspace((await app.relaunch()).window)
  await expect(again.title()).toHaveValue('My precision study')
  await again.computed(3)
  await again.edit('8-bit at 2K')
  await expect(again.field('Context')).toHaveValue('2000')
})

test('an edit made just before the window closes is not lost', async ({ app }) => {
  const workspace = new Workspace(app.window)
  await workspace.computed(3)
  await workspace.edit('70B 8-bit')
  await workspace.field('Name').fill('Renamed at the last moment')
  const again = new Workspace((await app.relaunch()).window)
  await expect(again.series('Renamed at the last moment')).toBeVisible()
})

test('rename, delete and undo in the library', async ({ app }) => {
  const workspace = new Workspace(app.window)
  await workspace.computed(3)
  await workspace.title().fill('First')
  await workspace.title().press('Enter')
  await expect(workspace.savedScenario('First')).toBeVisible()
  await workspace.openGallery('All models on H100')

  await app.window.getByRole('list', { name: 'Saved scenarios' }).getByRole('listitem').hover()
  await workspace.command('First', 'Rename')
  await app.window.getByRole('textbox', { name: 'New name for First' }).fill('Second')
  await app.window.keyboard.press('Enter')
  await expect(workspace.savedScenario('Second')).toBeVisible()

  await app.window.getByRole('list', { name: 'Saved scenarios' }).getByRole('listitem').hover()
  await workspace.command('Second', 'Delete')
  await expect(workspace.savedScenario('Second')).toBeHidden()
  await app.window.getByRole('button', { name: 'Undo' }).last().click()
  await expect(workspace.savedScenario('Second')).toBeVisible()
  await workspace.savedScenario('Second').click()
  await expect(workspace.title()).toHaveValue('Second')
})

test('a scenario file is written and opened again by the dialogs', async ({ app }) => {
  const workspace = new Workspace(app.window)
  await workspace.computed(3)
  await workspace.edit('70B 4-bit')
  await workspace.field('Name').fill('4-bit, to be shared')
  const path = join(app.userData, 'shared.paretoscope.json')
  const choose = (command: string) =>
    app.electronApp.evaluate(
      ({ dialog, Menu }, [filePath, id]) => {
        dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: filePath! })
        dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [filePath!] })
        Menu.getApplicationMenu()!.getMenuItemById(id!)!.click()
      },
      [path, command],
    )
  await choose('save-file')
  await expect(app.window.getByText('Scenario file saved as shared.paretoscope.json.')).toBeVisible()
  await choose('new-scenario')
  await expect(workspace.title()).toHaveValue('New comparison')
  await workspace.computed(1)
  await choose('open-file')
  const incoming = new IncomingFiles(app.window)
  await expect(incoming.files()).toHaveText([/in your library already/])
  await incoming.dialog().getByRole('button', { name: 'Open mine' }).click()
  await expect(workspace.series('4-bit, to be shared')).toBeVisible()

  await writeFile(path, '{ "format": "paretoscope/scenario", "version": 1, "name": "x", "series": [{}] }')
  await choose('open-file')
  await expect(app.window.getByText(/series\[0\]\.name/)).toBeVisible()
})
