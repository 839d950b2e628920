import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { threeSignificant, usd } from '../src/shared/report/format.ts'
import { expect, test } from './fixtures/app.ts'
import { Workspace } from './pages/workspace.ts'

interface GoldenFrontier {
  readonly modelKey: string
  readonly tokens_per_second: readonly number[]
  readonly usd_per_million: readonly number[]
}

/** "82.5 @ $0.700": the golden point with the greatest speed³/cost. */
async function goldenPreferred(file: string): Promise<string[]> {
  const path = resolve(import.meta.dirname, '../test/fixtures/paper/frontiers', file)
  const { frontiers } = JSON.parse(await readFile(path, 'utf8')) as { frontiers: GoldenFrontier[] }
  return frontiers.map(({ tokens_per_second: speeds, usd_per_million: costs }) => {
    const merit = speeds.map((speed, i) => speed ** 3 / costs[i]!)
    const best = merit.indexOf(Math.max(...merit))
    return `${threeSignificant(speeds[best]!)} @ ${usd(costs[best]!)}`
  })
}

test('first start shows three frontiers with the golden preferred points', async ({ app }) => {
  const workspace = new Workspace(app.window)
  await workspace.computed(3)
  await expect(workspace.title()).toHaveValue('Llama 3 70B by precision')
  const golden = await goldenPreferred('quantization_comparison.pp.json')
  for (const [i, name] of ['70B 16-bit', '70B 8-bit', '70B 4-bit'].entries())
    expect(await workspace.chosenPoint(name, 'preferred')).toBe(golden[i])
  await expect(workspace.summary()).toContainText('3 frontiers in')
})

test('the gallery opens other comparisons, computed live', async ({ app }) => {
  const workspace = new Workspace(app.window)
  await workspace.openGallery('GPU generations, 70B')
  await workspace.computed(3)
  const golden = await goldenPreferred('gpus_comparison.pp.json')
  for (const [i, name] of ['H100', 'A100', 'V100'].entries())
    expect(await workspace.chosenPoint(name, 'preferred')).toBe(golden[i])
})

test('an edit is computed again, undo brings the old result back', async ({ app }) => {
  const workspace = new Workspace(app.window)
  await workspace.computed(3)
  const before = await workspace.chosenPoint('70B 4-bit', 'preferred')
  await workspace.edit('70B 4-bit')
  await workspace.field('Price').fill('21')
  const point = workspace.row('70B 4-bit').getByTitle('Show the preferred point')
  const [speed, cost] = before.split(' @ $')
  await expect(point).toContainText(`@ ${usd(10 * Number(cost))}`, { timeout: 60_000 })
  await expect(point).toContainText(speed!)
  await app.window.getByRole('button', { name: 'Undo' }).click()
  await expect(point).toContainText(`$${cost}`, { timeout: 60_000 })
})

test('a number that is not valid stays in its field with the reason and computes nothing', async ({ app }) => {
  const workspace = new Workspace(app.window)
  await workspace.computed(3)
  await workspace.edit('70B 16-bit')
  const context = workspace.field('Context')
  await context.fill('many')
  await expect(app.window.getByText('not a number')).toBeVisible()
  await expect(context).toHaveAttribute('aria-invalid', 'true')
  await expect(workspace.summary()).toBeVisible()
  await context.fill('1K')
  await expect(app.window.getByText('not a number')).toBeHidden()
  await expect(app.window.getByText('Searching')).toBeVisible()
})

test('series are added, duplicated and removed', async ({ app }) => {
  const workspace = new Workspace(app.window)
  await workspace.computed(3)
  await workspace.command('70B 4-bit', 'Duplicate')
  await workspace.computed(4)
  await expect(workspace.series('70B 4-bit (2)')).toBeVisible()
  await app.window.getByRole('button', { name: 'Add series' }).click()
  await workspace.computed(5)
  await workspace.command('70B 16-bit', 'Remove')
  await expect(workspace.series('70B 16-bit')).toBeHidden()
  await expect(workspace.series('70B 8-bit')).toContainText('baseline')
})

test('a catalog model and accelerator are chosen by typing', async ({ app }) => {
  const workspace = new Workspace(app.window)
  await workspace.computed(3)
  await workspace.edit('70B 16-bit')
  const model = app.window.getByRole('combobox', { name: 'Model', exact: true })
  await model.fill('Qwen3 32B')
  await app.window.getByRole('option', { name: /Qwen3 32B/ }).click()
  const accelerator = app.window.getByRole('combobox', { name: 'Accelerator' })
  await accelerator.fill('MI300X')
  await app.window.getByRole('option', { name: /MI300X/ }).click()
  await expect(workspace.series('70B 16-bit')).toContainText('MI300X')
  await workspace.computed(3)
  await expect(app.window.getByText('List price: 3-year rental contract, 2026-04')).toBeVisible()
})

test('an accelerator without a price says so and takes one', async ({ app }) => {
  const workspace = new Workspace(app.window)
  await workspace.computed(3)
  await workspace.edit('70B 16-bit')
  const accelerator = app.window.getByRole('combobox', { name: 'Accelerator' })
  await accelerator.fill('Rubin')
  await app.window.getByRole('option', { name: /Rubin/ }).click()
  await expect(app.window.getByRole('alert')).toContainText('no price')
  await workspace.field('Price').fill('9')
  await workspace.computed(3)
})

test('side by side, one cursor reads every panel; a click pins the point and shows all about it', async ({ app }) => {
  const workspace = new Workspace(app.window)
  await workspace.computed(3)
  await workspace.show('Side by side')
  const panel = workspace.panel('70B 8-bit')
  await expect(panel).toBeVisible()
  const box = (await panel.boundingBox())!
  await app.window.mouse.move(box.x + box.width * 0.6, box.y + box.height * 0.6)
  await expect(app.window.getByText(/^At [\d.]+ tokens\/s$/)).toHaveCount(3)
  await app.window.mouse.down()
  await app.window.mouse.up()
  await expect(app.window.getByText('Pinned point · 70B 8-bit')).toBeVisible()
  const point = app.window.getByTestId('point')
  await expect(point).toContainText('Network latency')
  await expect(point).toContainText('Memory per GPU')
  await expect(point).toContainText('H100')
  await app.window.getByRole('button', { name: 'Unpin' }).click()
  await expect(app.window.getByText('Preferred point · 70B 8-bit')).toBeVisible()
})

test('the chart works from the keyboard', async ({ app }) => {
  const workspace = new Workspace(app.window)
  await workspace.computed(3)
  await workspace.panel('All frontiers').focus()
  await app.window.keyboard.press('ArrowRight')
  const readout = app.window.getByText(/^At [\d.]+ tokens\/s$/)
  const before = await readout.innerText()
  await app.window.keyboard.press('Shift+ArrowRight')
  await expect(readout).not.toHaveText(before)
  await app.window.keyboard.press('ArrowDown')
  await app.window.keyboard.press('Enter')
  await expect(app.window.getByText('Pinned point · 70B 8-bit')).toBeVisible()
})

test('cancel stops the search, and it can be taken up again', async ({ app }) => {
  const workspace = new Workspace(app.window)
  await workspace.openGallery('Speculative decoding')
  await app.window.getByRole('button', { name: 'Cancel' }).click()
  await expect(app.window.getByText('Stopped before all frontiers were done')).toBeVisible({ timeout: 5000 })
  await app.window.getByRole('button', { name: 'Try again' }).click()
  await workspace.computed(4)
})

test('a series that fits nowhere says why', async ({ app }) => {
  const workspace = new Workspace(app.window)
  await workspace.computed(3)
  await workspace.edit('70B 16-bit')
  await workspace.field('Demand cap').fill('0.001')
  await expect(app.window.getByText(/more than the demand cap/).first()).toBeVisible({ timeout: 60_000 })
})

test('in a narrow window the library stays and the inspector comes as a sheet', async ({ app }) => {
  const workspace = new Workspace(app.window)
  await app.electronApp.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.setContentSize(1000, 760))
  await workspace.computed(3)
  const inspector = app.window.getByRole('complementary', { name: 'Inspector' })
  await expect(inspector).toBeHidden()
  await expect(app.window.getByRole('navigation', { name: 'Library' })).toBeVisible()
  await workspace.edit('70B 8-bit')
  await expect(inspector).toBeVisible()
  await app.window.getByRole('button', { name: 'Hide inspector' }).click()
  await expect(inspector).toBeHidden()
  await app.window.getByRole('button', { name: 'Hide library' }).click()
  await expect(app.window.getByRole('navigation', { name: 'Library' })).toBeHidden()
  await app.window.getByRole('button', { name: 'Show inspector' }).click()
  await expect(inspector).toBeVisible()
})
