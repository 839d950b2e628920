import { join } from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import Sqlite from 'better-sqlite3'
import { expect, test, type App } from './fixtures/app.ts'
import { VersionsDialog } from './pages/versions.ts'
import { Workspace } from './pages/workspace.ts'

/** A scenario "Study" that was saved, and then edited. */
async function edited(app: App): Promise<Workspace> {
  const workspace = new Workspace(app.window)
  await workspace.computed(3)
  await workspace.title().fill('Study')
  await workspace.title().press('Enter')
  await expect(workspace.savedScenario('Study')).toBeVisible()
  await app.window.getByRole('button', { name: 'Save', exact: true }).click()
  await workspace.edit('70B 8-bit')
  await workspace.field('Context').fill('9000')
  await workspace.computed(3)
  return workspace
}

test('a version says what changed and what it did, can be named, and is restored without a loss', async ({ app }) => {
  const workspace = await edited(app)
  const before = await workspace.chosenPoint('70B 8-bit', 'preferred')
  const versions = new VersionsDialog(app.window)
  await versions.open('Study')
  await expect(versions.all()).toHaveCount(2)
  await expect(versions.at(0)).toContainText('70B 8-bit: Context 0 tokens → 9,000 tokens')
  await expect(versions.at(0)).toContainText(/70B 8-bit: preferred .* → .* \(speed .*, cost .*\)/)
  await expect(versions.at(1)).toContainText('saved')
  await versions.name(1, 'As sent')
  await versions.at(1).getByRole('button', { name: 'Restore As sent' }).click()
  await expect(app.window.getByText('The version “As sent” is restored.')).toBeVisible()
  await expect(workspace.field('Context')).toHaveValue('0')

  await versions.open('Study')
  await expect(versions.all()).toHaveCount(3)
  await expect(versions.at(0)).toContainText('restored')
  await versions.close()
  await app.window.getByRole('status').filter({ hasText: 'is restored' }).getByRole('button', { name: 'Undo' }).click()
  await workspace.computed(3)
  expect(await workspace.chosenPoint('70B 8-bit', 'preferred')).toBe(before)

  const again = new VersionsDialog((await app.relaunch()).window)
  await expect(new Workspace(app.window).title()).toHaveValue('Study')
  await again.open('Study')
  await expect(again.all()).toHaveCount(4)
  await expect(again.at(3)).toContainText('As sent')
})

test('two versions are seen side by side, and nothing of it is saved', async ({ app }) => {
  const workspace = await edited(app)
  const versions = new VersionsDialog(app.window)
  await versions.open('Study')
  await versions.name(1, 'Before')
  await versions.name(0, 'After')
  await versions.mark(0)
  await versions.mark(1)
  const { violations } = await new AxeBuilder({ page: app.window }).setLegacyMode().analyze()
  expect(violations.map(({ id }) => id)).toEqual([])
  await app.window.getByRole('button', { name: 'Compare the two' }).click()
  await workspace.computed(6)
  await expect(workspace.title()).toHaveValue('Study: Before and After')
  await expect(workspace.panel('Before')).toBeVisible()
  await expect(workspace.panel('After')).toBeVisible()
  expect(await workspace.order()).toEqual([
    '70B 16-bit · Before',
    '70B 8-bit · Before',
    '70B 4-bit · Before',
    '70B 16-bit · After',
    '70B 8-bit · After',
    '70B 4-bit · After',
  ])
  await workspace.savedScenario('Study').click()
  await expect(workspace.title()).toHaveValue('Study')
  await expect(workspace.savedScenario('Study: Before')).toHaveCount(0)
})

for (const colorScheme of ['light', 'dark'] as const)
  test(`numbers that today's catalog would not give are told of, compared and taken, ${colorScheme}`, async ({
    app,
  }) => {
    const before = await edited(app)
    await before.savedScenario('Study').click()
    const versions = new VersionsDialog(app.window)
    await versions.open('Study')
    await expect(versions.at(0)).toContainText('preferred')
    const database = new Sqlite(join(app.userData, 'paretoscope.sqlite'))
    database.exec(`INSERT INTO accelerators (id, origin, entry, changed_at)
      SELECT id, 'user', json_set(entry, '$.usdPerHour', 1.8), 1 FROM accelerators WHERE id = 'paper/H100'`)
    database.close()

    const { window } = await app.relaunch()
    await window.emulateMedia({ colorScheme })
    const workspace = new Workspace(window)
    await workspace.computed(3)
    const line = window.getByRole('status').filter({ hasText: 'Computed on' })
    await expect(line).toContainText(/with other catalog figures: H100 price \$[\d.]+ then, \$1\.80 now\./)
    await window.getByRole('button', { name: 'Old numbers…' }).click()
    const dialog = window.getByRole('dialog', { name: "Old numbers and today's" })
    await expect(dialog.getByRole('rowheader')).toHaveCount(3)
    const { violations } = await new AxeBuilder({ page: window }).setLegacyMode().analyze()
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(', ')}`)).toEqual([])
    await dialog.getByRole('button', { name: 'Close' }).click()

    await window.getByRole('button', { name: 'Compare with the old numbers' }).click()
    await workspace.computed(6)
    await expect(workspace.title()).toHaveValue('Study, then and today')
    expect((await workspace.order())[5]).toBe('70B 4-bit · today')
    await workspace.savedScenario('Study').click()
    await expect(line).toBeVisible()
    await window.getByRole('button', { name: "Take today's" }).click()
    await expect(line).toBeHidden()
    const after = new VersionsDialog(window)
    await after.open('Study')
    await expect(after.at(0)).toContainText('computed again with the figures of that day')
    await expect(after.at(0)).toContainText(/cost −\d+ %/)
  })
