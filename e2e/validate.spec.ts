import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test, type App } from './fixtures/app.ts'
import { violations } from './fixtures/violations.ts'
import { Validation } from './pages/validation.ts'
import { Workspace } from './pages/workspace.ts'

const HEADER = 'engine,model,hardware,precision,tp,mode,batchOrConcurrency,tpotMs'

async function opened({ window }: App): Promise<Validation> {
  await new Workspace(window).computed(3)
  const validation = new Validation(window)
  await validation.open()
  return validation
}

test('the rules are held against the measurements of the app, with either set of constants', async ({ app }) => {
  const validation = await opened(app)
  const calibrated = await validation.meanError()
  expect(calibrated).toBeLessThan(10)
  await expect(validation.figures()).toContainText('191 of 201 rows predicted')
  await expect(validation.figures()).toContainText('10 × left out: DeepSeek on MI300X')
  await app.window.getByRole('radiogroup', { name: 'Constants' }).getByText('physics').click()
  await expect.poll(() => validation.meanError()).not.toBe(calibrated)
  await app.window.getByRole('radiogroup', { name: 'What was measured' }).getByText('All-reduces').click()
  await expect(validation.figures()).toContainText('1010 of 1010 rows predicted')
  expect(await validation.count()).toBe(1010)
  // Only those in view are in the page.
  expect(await validation.rows().count()).toBeLessThan(120)
})

test('filters leave rows out of figures, chart and grid', async ({ app }) => {
  const validation = await opened(app)
  await validation.filter('Accelerator', 'mi300x')
  await expect(validation.figures()).toContainText('16 rows shown')
  expect(await validation.count()).toBe(16)
  await expect(app.window.getByRole('list', { name: 'Legend' })).toHaveText('mi300x')
  await validation.filter('Layout', 'one GPU')
  await expect(validation.figures()).toContainText('No row is left by these filters.')
  await app.window.getByRole('button', { name: 'Clear filters' }).click()
  expect(await validation.count()).toBe(191)
})

test('the worst row comes first; arrow keys read row after row, with breakdown and source', async ({ app }) => {
  const validation = await opened(app)
  const worst = await validation.errorOf(validation.rows().first())
  expect(worst).toBeGreaterThanOrEqual(await validation.errorOf(validation.rows().nth(1)))
  await validation.grid().focus()
  await app.window.keyboard.press('ArrowDown')
  await app.window.keyboard.press('ArrowDown')
  await expect(validation.selectedRow()).toHaveAttribute('aria-rowindex', '3')
  const predicted = await validation.selectedRow().getByRole('gridcell').nth(-2).innerText()
  await expect(validation.measurement().getByText(predicted, { exact: true })).toBeVisible()
  await expect(validation.measurement().getByRole('row', { name: /Kernels/ })).toBeVisible()
  await expect(validation.measurement().getByText('Source')).toBeVisible()
  await app.window.keyboard.press('End')
  await expect(validation.selectedRow()).toBeInViewport()

  const error = validation.grid().getByRole('columnheader', { name: 'Error' })
  await expect(error).toHaveAttribute('aria-sort', 'descending')
  await error.getByRole('button').click()
  await expect(error).toHaveAttribute('aria-sort', 'ascending')
  await validation.grid().focus()
  await app.window.keyboard.press('Home')
  await expect(validation.selectedRow()).toHaveAttribute('aria-rowindex', '2')
})

test('a click on a dot selects its row', async ({ app }) => {
  const validation = await opened(app)
  await validation.filter('Model', 'llama-3-70b')
  expect(await validation.count()).toBe(1)
  const box = (await app.window.getByRole('img', { name: /^Predicted against measured/ }).boundingBox())!
  // The one dot left is somewhere on the diagonal; the pointer goes along it until a dot is read out.
  const readout = app.window.getByText(/^measured .*predicted/)
  for (let at = 0.1; at < 0.95 && !(await readout.isVisible()); at += 0.02)
    await app.window.mouse.move(box.x + 60 + at * (box.width - 80), box.y + 14 + (1 - at) * (box.height - 60))
  await expect(readout).toBeVisible()
  await app.window.mouse.down()
  await app.window.mouse.up()
  await expect(validation.selectedRow()).toContainText('Llama-3-70B')
  await expect(validation.measurement()).toContainText('Source')
})

test('the menu leads here, and a CSV file of one’s own is compared or refused with line and column', async ({
  app,
}) => {
  await new Workspace(app.window).computed(3)
  const path = join(app.userData, 'mine.csv')
  await app.electronApp.evaluate(({ dialog, Menu }, filePath) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [filePath] })
    Menu.getApplicationMenu()!.getMenuItemById('show-validate')!.click()
  }, path)
  const validation = new Validation(app.window)
  await expect(validation.grid()).toBeVisible()
  const open = app.window.getByRole('button', { name: 'Open CSV' })

  await writeFile(path, `${HEADER}\nvLLM,Llama-3.3-70B,H200-SXM,fp8,4,disagg,8,fast\n`)
  await open.click()
  await expect(app.window.getByRole('alert')).toHaveText(
    'mine.csv: line 2, column tpotMs: is "fast"; expected a number',
  )
  expect(await validation.count()).toBe(191)

  await writeFile(
    path,
    `${HEADER}\nvLLM,Llama-3.3-70B,H200-SXM,fp8,4,disagg,8,11\nvLLM,Mine,H200-SXM,fp8,4,disagg,8,9\n`,
  )
  await open.click()
  await expect(validation.figures()).toContainText('1 of 2 rows of mine.csv predicted')
  await expect(validation.figures()).toContainText('1 × model not in the catalog: Mine')
  await expect(app.window.getByRole('alert')).toBeHidden()
  await app.window.getByRole('button', { name: 'Back to the app' }).click()
  expect(await validation.count()).toBe(191)
})

for (const colorScheme of ['light', 'dark'] as const)
  test(`the view is free of violations, ${colorScheme}`, async ({ app }) => {
    await app.window.emulateMedia({ colorScheme })
    const validation = await opened(app)
    await validation.rows().first().click()
    await expect(validation.measurement()).toBeVisible()
    expect(await violations(app.window)).toEqual([])
  })
