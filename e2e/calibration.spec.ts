import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test, type App } from './fixtures/app.ts'
import { violations } from './fixtures/violations.ts'
import { Calibration } from './pages/calibration.ts'
import { Validation } from './pages/validation.ts'
import { Workspace } from './pages/workspace.ts'

const HEADER = 'engine,model,hardware,precision,tp,mode,batchOrConcurrency,meanContext,tpotMs'
const MINE = 'Our H100 cluster'
const QUESTION = 'Which GPU for Llama 3.3 70B?'

/** Decode times that are longer than the rules say, as kernels of a slow engine make them. */
const ROWS = [1, 2, 4, 8, 12, 16, 24, 32, 48, 64, 96, 128].map(
  (batch) => `vLLM,Llama-3.3-70B,H100-SXM,fp8,8,static-batch,${batch},1000,${(12 + 0.06 * batch).toFixed(2)}`,
)

async function withCsv(app: App, rows: readonly string[]): Promise<void> {
  const path = join(app.userData, 'cluster.csv')
  await writeFile(path, `${[HEADER, ...rows].join('\n')}\n`)
  await app.electronApp.evaluate(({ dialog }, filePath) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [filePath] })
  }, path)
  await app.window.getByRole('button', { name: 'Open CSV…' }).click()
}

async function opened(app: App): Promise<{ validation: Validation; calibration: Calibration }> {
  await new Workspace(app.window).computed(3)
  const validation = new Validation(app.window)
  await validation.open()
  return { validation, calibration: new Calibration(app.window) }
}

test('constants fitted to a file of one’s own are kept, chosen by a series, and travel with the scenario', async ({
  app,
}) => {
  const { validation, calibration } = await opened(app)
  await withCsv(app, ROWS)
  await expect(validation.figures()).toContainText('12 of 12 rows of cluster.csv predicted')
  const before = await validation.meanError()
  await calibration.open()
  await calibration.fit()
  await expect(calibration.row('Time of a kernel, Hopper')).toContainText(/\d to \d/)
  await expect(calibration.row('Time of a kernel, CDNA')).toContainText('left as it is: moves none of these rows')
  await expect(calibration.errors().getByRole('row')).toHaveCount(4)
  await calibration.keep(MINE)
  await app.window.keyboard.press('Escape')
  await expect(app.window.getByRole('radio', { name: 'fitted' })).toBeChecked()
  expect(await validation.meanError()).toBeLessThan(before / 2)

  const workspace = new Workspace(app.window)
  await workspace.openGallery(QUESTION)
  await workspace.computed(4)
  const usual = await workspace.chosenPoint('H100', 'fastest')
  await workspace.edit('H100')
  await app.window.getByRole('button', { name: /^Constants/ }).press('Enter')
  await app.window.getByRole('option', { name: MINE }).click()
  await expect.poll(() => workspace.chosenPoint('H100', 'fastest'), { timeout: 60_000 }).not.toBe(usual)
  await expect(workspace.row('H100')).toContainText('not validated')
  const own = await workspace.chosenPoint('H100', 'fastest')
  await expect(workspace.savedScenario(QUESTION)).toBeVisible()

  // The set is deleted: the comparison has it itself.
  await validation.open()
  await calibration.open()
  await calibration
    .dialog()
    .getByRole('button', { name: `Delete ${MINE}` })
    .press('Enter')
  await expect(app.window.getByText(`“${MINE}” is deleted; scenarios that use it keep it.`)).toBeVisible()
  const again = new Workspace((await app.relaunch()).window)
  await again.savedScenario(QUESTION).click()
  await again.computed(4)
  expect(await again.chosenPoint('H100', 'fastest')).toBe(own)
})

test('too few rows are refused in words, and a fit is cancelled', async ({ app }) => {
  const { calibration } = await opened(app)
  // So many that the fit is not done before a person can cancel it.
  await withCsv(app, Array<readonly string[]>(200).fill(ROWS).flat())
  await calibration.open()
  await calibration.dialog().getByRole('button', { name: 'Fit', exact: true }).press('Enter')
  await calibration.dialog().getByRole('button', { name: 'Cancel' }).press('Enter')
  await expect(calibration.dialog().getByRole('group', { name: 'Constants to fit' })).toBeVisible()
  await app.window.keyboard.press('Escape')

  await withCsv(app, ROWS.slice(0, 3))
  await calibration.open()
  await calibration.dialog().getByRole('button', { name: 'Fit', exact: true }).press('Enter')
  await expect(calibration.dialog().getByRole('alert')).toContainText('has 3 that can be predicted; 8 are needed')
})

for (const colorScheme of ['light', 'dark'] as const)
  test(`the dialog is free of violations, ${colorScheme}`, async ({ app }) => {
    await app.window.emulateMedia({ colorScheme })
    const { calibration } = await opened(app)
    await withCsv(app, ROWS)
    await calibration.open()
    expect(await violations(app.window, '[role="dialog"]')).toEqual([])
    await calibration.fit()
    await calibration.keep(MINE)
    expect(await violations(app.window, '[role="dialog"]')).toEqual([])
  })
