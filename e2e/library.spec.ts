import { expect, test } from './fixtures/app.ts'
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
