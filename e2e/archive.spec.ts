import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test, type App } from './fixtures/app.ts'
import { unreadable } from './fixtures/unreadable.ts'
import { violations } from './fixtures/violations.ts'
import { Archive } from './pages/archive.ts'
import { LibraryPage } from './pages/library.ts'
import { VersionsDialog } from './pages/versions.ts'
import { Workspace } from './pages/workspace.ts'

/** Saves the open comparison under a name. */
async function saveAs(app: App, name: string): Promise<Workspace> {
  const workspace = new Workspace(app.window)
  await workspace.computed(3)
  await workspace.title().fill(name)
  await workspace.title().press('Enter')
  await expect(workspace.savedScenario(name)).toBeVisible()
  return workspace
}

async function editContext(workspace: Workspace, tokens: string): Promise<void> {
  await workspace.edit('70B 8-bit')
  await workspace.field('Context').fill(tokens)
  await workspace.computed(3)
}

test('a library goes into one file and comes back from it, deleted ones too', async ({ app }) => {
  const path = join(app.userData, 'all.paretoscope-library')
  await saveAs(app, 'Study')
  const archive = new Archive(app)
  await archive.exportTo(path)
  const bytes = await readFile(path)

  await archive.open(path)
  await expect(archive.same()).toHaveText('1 here already, the same.')
  await expect(archive.dialog().getByRole('button', { name: 'Import', exact: true })).toBeDisabled()
  await app.window.keyboard.press('Escape')
  await expect(archive.dialog()).toBeHidden()

  const library = new LibraryPage(app.window)
  await library.open()
  await library.choose('Study')
  await app.window.keyboard.press('Delete')
  await library.lists()
  await archive.open(path)
  await expect(archive.names('new')).toHaveText(['Study'])
  await archive.import()
  await expect(app.window.getByText('1 scenario added.')).toBeVisible()
  await library.lists('Study')
  expect((await readFile(path)).equals(bytes)).toBe(true)
})

for (const colorScheme of ['light', 'dark'] as const)
  test(`what differs is asked about, theirs replaces the open one, and mine is a version of it, ${colorScheme}`, async ({
    app,
  }) => {
    const path = join(app.userData, 'all.paretoscope-library')
    await app.window.emulateMedia({ colorScheme })
    const workspace = await saveAs(app, 'Study')
    const archive = new Archive(app)
    await archive.exportTo(path)
    await editContext(workspace, '9000')

    await archive.open(path)
    await expect(archive.differences()).toHaveCount(1)
    await expect(archive.differences()).toContainText(/Study.*theirs .*, yours /)
    expect(await violations(app.window)).toEqual([])
    await expect.poll(() => unreadable(app.window)).toEqual([])
    await archive.choose('For all that differ', 'Keep both')
    await expect(
      archive.dialog().getByRole('radiogroup', { name: 'For Study' }).getByRole('radio', { name: 'Keep both' }),
    ).toBeChecked()
    await archive.choose('For Study', 'Take theirs')
    await archive.import()
    await expect(app.window.getByText('1 scenario replaced, with yours as an earlier version.')).toBeVisible()
    await workspace.edit('70B 8-bit')
    await expect(workspace.field('Context')).toHaveValue('0')
    const versions = new VersionsDialog(app.window)
    await versions.open('Study')
    await expect(versions.at(1)).toContainText('Before an import')
    await versions.close()
  })

test('both are kept where that is chosen', async ({ app }) => {
  const path = join(app.userData, 'all.paretoscope-library')
  const workspace = await saveAs(app, 'Study')
  const archive = new Archive(app)
  await archive.exportTo(path)
  await editContext(workspace, '9000')
  await archive.open(path)
  await archive.choose('For Study', 'Keep both')
  await archive.import()
  await expect(app.window.getByText('1 scenario kept beside yours.')).toBeVisible()
  await expect(workspace.savedScenario('Study (imported)')).toBeVisible()
  await expect(workspace.title()).toHaveValue('Study')
  const again = new Workspace((await app.relaunch()).window)
  await expect(again.savedScenario('Study (imported)')).toBeVisible()
})

test('a scenario that differs is compared with mine before anything is imported', async ({ app }) => {
  const path = join(app.userData, 'all.paretoscope-library')
  const workspace = await saveAs(app, 'Study')
  const archive = new Archive(app)
  await archive.exportTo(path)
  await editContext(workspace, '9000')
  await archive.open(path)
  await archive.dialog().getByRole('button', { name: 'Compare with mine: Study' }).click()
  const compared = app.window.getByRole('dialog', { name: 'Study: yours and theirs' })
  await expect(compared.getByRole('table', { name: 'Differences' }).getByRole('row')).toHaveText([
    /Yours.*Theirs/,
    /70B 8-bit.*Context.*9,000 tokens.*0 tokens/,
  ])
  expect(await violations(app.window, '[role=dialog]')).toEqual([])
  await compared.getByRole('button', { name: 'Back to the import' }).click()
  await expect(archive.differences()).toHaveCount(1)
  await archive.dialog().getByRole('button', { name: 'Compare with mine: Study' }).click()
  await compared.getByRole('button', { name: 'See the curves' }).click()
  await workspace.computed(6)
  await expect(workspace.series('70B 8-bit · theirs')).toBeVisible()
  await expect(app.window.getByRole('list', { name: 'Saved scenarios' }).getByRole('listitem')).toHaveCount(1)
})

test('a file that is no library is told of, and nothing is asked', async ({ app }) => {
  const path = join(app.userData, 'notes.paretoscope-library')
  await writeFile(path, 'not a library at all')
  await new Workspace(app.window).computed(3)
  const archive = new Archive(app)
  await archive.open(path)
  await expect(
    app.window.getByText('notes.paretoscope-library: is not a Paretoscope library; expected a file that Export'),
  ).toBeVisible()
  await expect(archive.dialog()).toBeHidden()
})
