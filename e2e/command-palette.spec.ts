import { expect, test } from './fixtures/app.ts'
import { violations } from './fixtures/violations.ts'
import { CommandPalette } from './pages/command-palette.ts'
import { Workspace } from './pages/workspace.ts'

test('commands of the menu, the charts, series and comparisons are found by typing', async ({ app }) => {
  const workspace = new Workspace(app.window)
  const palette = new CommandPalette(app)
  await workspace.computed(3)
  await palette.run('side by', 'Show panels side by side')
  await expect(workspace.panel('70B 8-bit')).toBeVisible()
  await palette.run('y mfu', 'y: MFU')
  await expect(app.window.getByRole('heading', { name: 'Utilisation against speed' })).toBeVisible()
  await palette.run('only 8-bit', 'Show only 70B 8-bit')
  await expect(workspace.row('70B 16-bit')).toHaveCount(0)
  await palette.run('undo', 'Undo')
  await expect(workspace.row('70B 16-bit')).toBeVisible()
  await palette.run('gallery long', 'Long context, GQA or MLA')
  await expect(workspace.title()).toHaveValue('Long context, GQA or MLA')
})

test('arrows choose, Escape leaves everything as it was, and keys are shown', async ({ app }) => {
  const workspace = new Workspace(app.window)
  const palette = new CommandPalette(app)
  await workspace.computed(3)
  await palette.open()
  await app.window.keyboard.type('hide 70B')
  await expect(palette.options()).toHaveText(['Hide 70B 16-bit', 'Hide 70B 8-bit', 'Hide 70B 4-bit'])
  await app.window.keyboard.press('ArrowDown')
  await app.window.keyboard.press('ArrowDown')
  await app.window.keyboard.press('Enter')
  await expect(workspace.row('70B 8-bit')).toHaveCount(0)
  await expect(workspace.row('70B 16-bit')).toBeVisible()

  await palette.open()
  await app.window.keyboard.type('xyzzy')
  await expect(palette.dialog().getByText('Nothing is called that.')).toBeVisible()
  await app.window.keyboard.press('Escape')
  await expect(palette.dialog()).toBeHidden()
  await palette.open()
  await app.window.keyboard.type('save to')
  await expect(palette.options().first()).toContainText('Ctrl+S')
})

for (const colorScheme of ['light', 'dark'] as const)
  test(`the palette is free of violations, ${colorScheme}`, async ({ app }) => {
    await app.window.emulateMedia({ colorScheme })
    await new Workspace(app.window).computed(3)
    await new CommandPalette(app).open()
    expect(await violations(app.window)).toEqual([])
  })
