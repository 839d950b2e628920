import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { GALLERY } from '../src/shared/scenario/gallery.ts'
import { expect, test } from './fixtures/app.ts'
import { LibraryPage } from './pages/library.ts'
import { Workspace } from './pages/workspace.ts'

/** Saves the gallery's first comparison under these names, as the window does; the last named is the last saved. */
const save = (page: Page, ...names: string[]) =>
  page.evaluate(
    async ([all, scenario]) => {
      for (const name of all)
        await window.paretoscope.invoke('scenario.save', { id: null, scenario: { ...scenario, name } })
    },
    [names, GALLERY[0]!.scenario] as const,
  )

test('folders, tags and a search find scenarios again, also after a restart', async ({ app }) => {
  await save(app.window, 'Alpha', 'Beta', 'Gamma')
  const library = new LibraryPage(app.window)
  await library.open()
  await library.lists('Gamma', 'Beta', 'Alpha')

  await library.makeFolder('Work')
  await library.shelf('All')
  await library.choose('Alpha')
  await library.choose('Gamma', 'ControlOrMeta')
  await library.moveTo('Work')
  await library.tag('for the board')
  await library.shelf('Work')
  await library.lists('Gamma', 'Alpha')
  await library.shelf('for the board')
  await library.lists('Gamma', 'Alpha')

  await app.window.keyboard.press('/')
  await expect(library.search()).toBeFocused()
  await library.search().pressSequentially('alp')
  await library.lists('Alpha')
  await library.shelf('All')
  await library.search().fill('board 70b')
  await library.lists('Gamma', 'Alpha')
  await library.search().fill('"alpha" OR')
  await expect(app.window.getByText('Nothing here has words that begin like')).toBeVisible()
  await library.search().press('Escape')
  await library.lists('Gamma', 'Beta', 'Alpha')

  const again = new LibraryPage((await app.relaunch()).window)
  await again.open()
  await again.shelf('Work')
  await again.lists('Gamma', 'Alpha')
  await again.folderCommand('Work', 'Delete')
  await again.lists('Gamma', 'Beta', 'Alpha')
  await again.undo('Folder “Work” deleted')
  await again.shelf('Work')
  await again.lists('Gamma', 'Alpha')
})

test('many are chosen by keyboard and mouse, go to the bin, and come back', async ({ app }) => {
  await save(app.window, 'A', 'B', 'C', 'D')
  const library = new LibraryPage(app.window)
  await library.open()
  await library.lists('D', 'C', 'B', 'A')

  await library.grid().focus()
  await app.window.keyboard.press('ArrowDown')
  await app.window.keyboard.press('ArrowDown')
  await app.window.keyboard.press('Shift+ArrowDown')
  await expect(library.chosen()).toHaveCount(2)
  await app.window.keyboard.press('Delete')
  await library.lists('D', 'A')
  await library.undo('2 scenarios in the bin.')
  await library.lists('D', 'C', 'B', 'A')

  await library.grid().focus()
  await app.window.keyboard.press('ControlOrMeta+a')
  await expect(library.chosen()).toHaveCount(4)
  await app.window.keyboard.press('Escape')
  await expect(library.chosen()).toHaveCount(0)
  await library.choose('D')
  await library.choose('A', 'Shift')
  await library.choose('C', 'ControlOrMeta')
  await expect(library.chosen()).toHaveCount(3)
  await library.run('Delete')
  await library.lists('C')

  await library.shelf('Bin')
  await library.lists('D', 'B', 'A')
  await library.choose('B')
  await library.run('Restore')
  await library.lists('D', 'A')
  await library.choose('A')
  await library.run('Delete for good…')
  const asked = app.window.getByRole('alertdialog', { name: 'Delete this scenario for good?' })
  await asked.getByRole('button', { name: 'Cancel' }).click()
  await library.lists('D', 'A')
  await library.run('Delete for good…')
  await asked.getByRole('button', { name: 'Delete for good' }).click()
  await library.lists('D')
  await library.shelf('All')
  await library.lists('C', 'B')
})

test('Enter opens, F2 renames, and a favourite is beside the work', async ({ app }) => {
  const workspace = new Workspace(app.window)
  await save(app.window, 'First', 'Second')
  const library = new LibraryPage(app.window)
  await library.open()
  await library.choose('First')
  await library.run('Favourite')
  await expect(
    app.window.getByRole('list', { name: 'Favourites' }).getByRole('button', { name: /^First/ }),
  ).toBeVisible()
  await library.grid().focus()
  await app.window.keyboard.press('F2')
  await app.window.getByRole('textbox', { name: 'New name for First' }).fill('Renamed')
  await app.window.keyboard.press('Enter')
  await library.lists('Renamed', 'Second')
  await expect(library.grid()).toBeFocused()
  await app.window.keyboard.press('Enter')
  await expect(workspace.title()).toHaveValue('Renamed')
  await workspace.computed(3)

  await library.open()
  await expect(library.row('Renamed').getByRole('img', { name: '3 frontiers' })).toBeVisible()
  await expect(library.row('Second').getByRole('img', { name: 'No results yet' })).toBeVisible()
  await library.choose('Renamed')
  await library.run('Delete')
  await library.lists('Second')
  await expect(app.window.getByRole('main', { name: 'All scenarios' })).toBeVisible()
})

for (const colorScheme of ['light', 'dark'] as const)
  test(`the page is free of violations, ${colorScheme}`, async ({ app }) => {
    await app.window.emulateMedia({ colorScheme })
    await save(app.window, 'A', 'B')
    const library = new LibraryPage(app.window)
    await library.open()
    await library.choose('A')
    await library.tag('board')
    const { violations } = await new AxeBuilder({ page: app.window }).setLegacyMode().analyze()
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(', ')}`)).toEqual([])
  })
