import { expect, test } from './fixtures/app.ts'
import { violations } from './fixtures/violations.ts'
import { Accelerators } from './pages/accelerators.ts'
import { chooseCommand } from './pages/app-menu.ts'
import { ChipDesign } from './pages/chip-design.ts'
import { Workspace } from './pages/workspace.ts'

const ORIGINAL = 'H100 SXM 80 GB'
const MINE = 'H100 with faster memory'

test('a chip is thought up by keyboard: its frontier follows the sliders, and it is kept in the catalog', async ({
  app,
}) => {
  await new Workspace(app.window).computed(3)
  const chip = new ChipDesign(app.window)
  await chip.open()
  await expect(chip.headline()).toContainText(`as much as ${ORIGINAL}`)
  await expect(chip.sentences()).toHaveText(/^Its frontier is that of .* point for point/)

  // To the end: eight times the price.
  await chip.slider('Price').press('End')
  await expect(chip.headline()).toContainText(`8.00 times ${ORIGINAL}`)
  await expect(app.window.getByText(/^8\.00 times the original’s 2\.95/)).toBeVisible()
  await chip.button('Reset Price').press('Enter')
  await expect(chip.headline()).toContainText(`as much as ${ORIGINAL}`)

  await chip.figure('HBM bandwidth').fill('5000')
  await expect(chip.headline()).toContainText(`% below ${ORIGINAL}`)
  await expect(chip.sentences()).toContainText(/At its fastest it gives \d+ tokens\/s, \d+ % above/)

  await chip.button('Save as my accelerator…').press('Enter')
  const dialog = app.window.getByRole('dialog', { name: 'Save as my accelerator' })
  await expect(dialog).toContainText('HBM bandwidth ×1.49')
  await dialog.getByRole('textbox', { name: 'Name' }).fill(MINE)
  expect(await violations(app.window, '[role="dialog"]')).toEqual([])
  await app.window.keyboard.press('Enter')
  await expect(app.window.getByText(`“${MINE}” is in the catalog of accelerators.`)).toBeVisible()

  const accelerators = new Accelerators(app.window)
  await accelerators.open()
  await accelerators.select(MINE)
  await expect(accelerators.detail()).toContainText('5,000 GB/s')
  await expect(accelerators.detail()).toContainText(
    /scaled from NVIDIA H100 SXM 80 GB \(\d{4}-\d{2}\): Memory bandwidth ×1\.49/,
  )
  await expect(accelerators.changes()).toHaveCount(1)
})

test('chip and original are a comparison that is edited and saved, and the chip travels with it', async ({ app }) => {
  const workspace = new Workspace(app.window)
  await workspace.computed(3)
  await chooseCommand(app, 'show-chip-design')
  const chip = new ChipDesign(app.window)
  await expect(chip.headline()).toBeVisible({ timeout: 60_000 })
  await chip.figure('HBM bandwidth').fill('6700')
  await chip.button('Open as comparison').press('Enter')
  await expect(workspace.title()).toHaveValue(`${ORIGINAL}, scaled against ${ORIGINAL}`)
  await workspace.computed(2)
  await workspace.title().fill('My chip')
  await workspace.title().press('Enter')
  await expect(workspace.savedScenario('My chip')).toBeVisible()

  const again = new Workspace((await app.relaunch()).window)
  await again.computed(2)
  await again.savedScenario('My chip').click()
  await expect(again.series(`${ORIGINAL}, scaled`)).toBeVisible()
  await again.computed(2)
})

test('a chip on which nothing fits says so, and goes on once something does', async ({ app }) => {
  await new Workspace(app.window).computed(3)
  const chip = new ChipDesign(app.window)
  await chip.open()
  const worth = app.window.getByRole('region', { name: 'What it is worth' })
  await chip.figure('Memory capacity').fill('9')
  await expect(worth.getByRole('listitem')).toContainText(/GPU would .*GB/)
  await expect(worth).not.toContainText('Computing')
  await chip.figure('Memory capacity').fill('160')
  await expect(chip.headline()).toContainText(ORIGINAL)
  // Where the two cost the same, that is a figure too.
  await chip.button('Reset all figures').press('Enter')
  await expect(app.window.getByRole('row', { name: /^40\.0 .* 0 %$/ })).toBeVisible()
})

test('what the rules do not read, and what is not likely, is said', async ({ app }) => {
  await new Workspace(app.window).computed(3)
  const chip = new ChipDesign(app.window)
  await chip.open()
  await expect(app.window.getByText('Moves neither speed nor cost; energy per token follows it.')).toBeVisible()
  await chip.figure('HBM bandwidth').fill('26000')
  await expect(chip.notLikely()).toContainText('The time to read the whole memory once')
  // A slip of units cannot be kept.
  await chip.figure('HBM bandwidth').fill('26000000')
  await expect(app.window.getByRole('region', { name: 'Cannot be' })).toContainText('Is the unit right?')
  await expect(chip.button('Save as my accelerator…')).toBeDisabled()
  await chip.button('Reset all figures').press('Enter')
  await expect(chip.figure('HBM bandwidth')).toHaveValue('3350')

  await app.window.getByText('Paper', { exact: true }).click()
  await app.window.getByRole('combobox', { name: 'Begin with' }).fill('TPU v5p')
  await app.window.getByRole('option', { name: /TPU v5p/ }).click()
  await expect(app.window.getByText('Moves nothing: the paper’s rules do not read it of this entry.')).toHaveCount(2)
})

for (const colorScheme of ['light', 'dark'] as const)
  test(`the page is free of violations, ${colorScheme}`, async ({ app }) => {
    await app.window.emulateMedia({ colorScheme })
    await new Workspace(app.window).computed(3)
    const chip = new ChipDesign(app.window)
    await chip.open()
    await chip.figure('Network latency').fill('0.1')
    await expect(chip.notLikely()).toBeVisible()
    await expect(chip.sentences()).toContainText('At its fastest')
    expect(await violations(app.window)).toEqual([])
  })
