import { expect, test, type App } from './fixtures/app.ts'
import { violations } from './fixtures/violations.ts'
import { RangesPart } from './pages/ranges.ts'
import { Workspace } from './pages/workspace.ts'

const INTERVAL = /\$[\d.,]+–[\d.,]+/

/** The uncertainty of a series among four. */
async function rangesOfH100(app: App) {
  const workspace = new Workspace(app.window)
  const ranges = new RangesPart(app.window)
  await workspace.openGallery('Which GPU for Llama 3.3 70B?')
  await workspace.computed(4)
  await workspace.edit('H100')
  await ranges.open()
  return { workspace, ranges }
}

for (const colorScheme of ['light', 'dark'] as const)
  test(`usual ranges give a band that is drawn, read and explained, by keyboard alone, ${colorScheme}`, async ({
    app,
  }) => {
    const workspace = new Workspace(app.window)
    const ranges = new RangesPart(app.window)
    await app.window.emulateMedia({ colorScheme })
    await workspace.openGallery('Which GPU for Llama 3.3 70B?')
    await workspace.computed(4)
    await workspace.edit('H100')
    await ranges.trigger().press('Enter')
    await ranges.button('Usual ranges').press('Enter')
    await ranges.sampled(1)
    await expect(ranges.trigger()).toContainText('2 uncertain')
    expect(await violations(app.window)).toEqual([])

    // The table twin and the readout have the interval of the one series that has ranges.
    await expect(workspace.row('H100').getByText(INTERVAL).first()).toBeVisible()
    await expect(workspace.row('H200').getByText(INTERVAL)).toHaveCount(0)
    const plot = workspace.panel('All frontiers')
    await plot.focus()
    for (let i = 0; i < 8; i++) await plot.press('ArrowLeft')
    await expect(plot.getByText(INTERVAL).first()).toBeVisible()

    await app.window.getByRole('radio', { name: 'Point' }).press('Space')
    await expect(ranges.width().getByTestId('width-cost')).toHaveText(INTERVAL)
    await expect(ranges.width().getByRole('row', { name: /Error of the rules \d+ %/ })).toBeVisible()
    await expect(ranges.width().getByRole('row', { name: /Price \d+ %/ })).toBeVisible()
    expect(await violations(app.window)).toEqual([])
  })

test('the paper’s rules have ranges too: constants around its own, no skew, its wide error', async ({ app }) => {
  const workspace = new Workspace(app.window)
  const ranges = new RangesPart(app.window)
  await workspace.computed(3)
  await workspace.edit('70B 16-bit')
  await ranges.open()
  await ranges.button('By constant').click()
  await ranges.sampled(1)
  await expect(app.window.getByText('the paper takes 4 µs').first()).toBeVisible()
  await expect(app.window.getByText('Routing skew')).toHaveCount(0)
  await expect(workspace.row('70B 16-bit').getByText(INTERVAL).first()).toBeVisible()
  await ranges.button('Usual ranges').click()
  await ranges.sampled(1)
  await app.window.getByRole('radio', { name: 'Point' }).press('Space')
  await expect(ranges.width().getByRole('row', { name: /Error of the rules \d+ %/ })).toBeVisible()
})

test('an end that won’t do stays in its field with the reason, and undo takes ranges back', async ({ app }) => {
  const { workspace, ranges } = await rangesOfH100(app)
  await ranges.end('Kernel time', '5 %').fill('2')
  await expect(app.window.getByText('give both ends, or neither')).toBeVisible()
  await ranges.end('Kernel time', '95 %').fill('1')
  await expect(app.window.getByText('the first end is above the second')).toBeVisible()
  await ranges.end('Kernel time', '5 %').fill('0.8')
  await expect(app.window.getByText('the first end is above the second')).toBeHidden()
  await ranges.sampled(1)
  await ranges.end('Kernel time', '95 %').fill('1.2')
  await ranges.sampled(1)
  await expect(ranges.trigger()).toContainText('1 uncertain')
  await ranges.button('None').click()
  await expect(ranges.trigger()).not.toContainText('uncertain')
  await expect(workspace.summary()).not.toContainText('band')
  await app.window.getByRole('button', { name: 'Undo', exact: true }).click()
  await expect(ranges.end('Kernel time', '95 %')).toHaveValue('1.2')
  await ranges.sampled(1)
})

test('a change gives the old band up, a cancelled one can be computed again', async ({ app }) => {
  const { workspace, ranges } = await rangesOfH100(app)
  await ranges.button('By constant').click()
  const cancel = app.window.getByRole('button', { name: 'Cancel the bands' })
  await expect(cancel).toBeVisible()
  await cancel.click()
  await expect(app.window.getByText('A band was not computed')).toBeVisible()
  await app.window.getByRole('button', { name: 'Compute it' }).click()
  await ranges.sampled(1)
  await workspace.field('Context').fill('3000')
  await ranges.sampled(1)
  await expect(workspace.row('H100').getByText(INTERVAL).first()).toBeVisible()
})
