import { expect, test } from './fixtures/app.ts'
import { violations } from './fixtures/violations.ts'
import { ChartsPage, numberIn, type Place } from './pages/charts.ts'
import { Workspace } from './pages/workspace.ts'

const MIDDLE: Place = [0.5, 0.5]
const LEFT: Place = [0.25, 0.6]
const RIGHT: Place = [0.7, 0.4]

test('a metric without data is disabled with the reason; energy names its assumption and follows it', async ({
  app,
}) => {
  const workspace = new Workspace(app.window)
  const charts = new ChartsPage(app.window)
  await workspace.computed(3)
  await charts.openAxis('y')
  await expect(charts.option('J / token')).toHaveAttribute('aria-disabled', 'true')
  await expect(charts.option('J / token')).toContainText('no rated power')
  await app.window.keyboard.press('Escape')

  await workspace.openGallery('Which GPU for Llama 3.3 70B?')
  await workspace.computed(4)
  await charts.setAxis('y', 'J / token')
  await expect(app.window.getByRole('heading', { name: /TDP\) and PUE 1.2/ })).toBeVisible()
  await charts.readAt(MIDDLE)
  const energy = app.window.getByRole('row', { name: /^H100 .* J/ })
  const before = numberIn((await energy.innerText()).replace('H100', ''))
  await app.window.getByRole('textbox', { name: /^PUE/ }).fill('2.4')
  await charts.readAt(MIDDLE)
  await expect(app.window.getByRole('heading', { name: /PUE 2.4/ })).toBeVisible()
  expect(numberIn((await energy.innerText()).replace('H100', '')) / before).toBeCloseTo(2, 1)
})

test('every axis shows every metric, linear and log', async ({ app }) => {
  const workspace = new Workspace(app.window)
  const charts = new ChartsPage(app.window)
  await workspace.openGallery('Which GPU for Llama 3.3 70B?')
  await workspace.computed(4)
  await charts.setAxis('x', 'ms / token')
  await charts.setScale('x', 'linear')
  for (const [metric, unit] of [
    ['tokens / $', / M/],
    ['tokens/s per GPU', /tok\/s/],
    ['MFU', / %/],
    ['instance $ / h', /\$.* \/ h/],
    ['J / token', / J/],
    ['$ / M tokens', /\$/],
  ] as const) {
    await charts.setAxis('y', metric)
    await charts.setScale('y', metric === 'MFU' ? 'linear' : 'log')
    expect(await charts.readAt(MIDDLE)).toMatch(/^At [\d.]+ ms per token$/)
    await expect(app.window.getByRole('row', { name: /^B200 .*batch/ })).toContainText(unit)
  }
})

test('the wheel zooms about the pointer; edits and views leave the zoom, the button takes it back', async ({ app }) => {
  const workspace = new Workspace(app.window)
  const charts = new ChartsPage(app.window)
  await workspace.computed(3)
  const [left, middle] = [await charts.readAt(LEFT), await charts.readAt(MIDDLE)]
  await charts.wheel(MIDDLE, -300)
  await expect(charts.resetZoom()).toBeVisible()
  await expect.poll(() => charts.readAt(MIDDLE)).toBe(middle)
  const near = await charts.readAt(LEFT)
  expect(numberIn(near)).toBeGreaterThan(numberIn(left))

  await workspace.edit('70B 16-bit')
  await workspace.field('Price').fill('3')
  // While the pointer is over the chart its axes stay as they are, those of a first coarse grid too.
  await expect(workspace.summary()).toContainText('1 frontier in')
  await expect.poll(() => charts.readAt(LEFT)).toBe(near)
  await workspace.show('Table')
  await workspace.show('Overlay')
  await expect.poll(() => charts.readAt(LEFT)).toBe(near)

  await charts.resetZoom().click()
  await expect(charts.resetZoom()).toBeHidden()
  await expect.poll(() => charts.readAt(LEFT)).toBe(left)
})

test('a drag moves the plot and pins nothing; with Shift it draws a box to look at', async ({ app }) => {
  const workspace = new Workspace(app.window)
  const charts = new ChartsPage(app.window)
  await workspace.computed(3)
  const [left, right] = [await charts.readAt(LEFT), await charts.readAt(RIGHT)]
  await app.window.keyboard.down('Shift')
  await charts.drag(LEFT, RIGHT)
  await app.window.keyboard.up('Shift')
  await expect(charts.resetZoom()).toBeVisible()
  const box = (await charts.chart().boundingBox())!
  const [first, last] = [63 / box.width, 1 - 19 / box.width]
  expect(numberIn(await charts.readAt([first, 0.5])) / numberIn(left)).toBeCloseTo(1, 1)
  expect(numberIn(await charts.readAt([last, 0.5])) / numberIn(right)).toBeCloseTo(1, 1)

  const middle = await charts.readAt(MIDDLE)
  await charts.drag(MIDDLE, LEFT)
  expect(numberIn(await charts.readAt(LEFT)) / numberIn(middle)).toBeCloseTo(1, 1)
  await expect(app.window.getByText(/Pinned point/)).toBeHidden()
  const { x, y } = await charts.pixel(MIDDLE)
  await app.window.mouse.click(x, y)
  await expect(app.window.getByText(/Pinned point/)).toBeVisible()
})

test('keys zoom, move and reset', async ({ app }) => {
  const workspace = new Workspace(app.window)
  const charts = new ChartsPage(app.window)
  await workspace.computed(3)
  const before = await charts.readAt(LEFT)
  await charts.chart().focus()
  await expect(charts.chart()).toHaveAccessibleDescription(/Plus and minus zoom, Alt with arrow keys moves/)
  await app.window.keyboard.press('+')
  await expect(charts.resetZoom()).toBeVisible()
  const near = await charts.readAt(RIGHT)
  await app.window.keyboard.press('Alt+ArrowRight')
  expect(numberIn(await charts.readAt(RIGHT))).toBeGreaterThan(numberIn(near))
  await app.window.keyboard.press('-')
  await app.window.keyboard.press('0')
  await expect(charts.resetZoom()).toBeHidden()
  expect(await charts.readAt(LEFT)).toBe(before)
})

test('what binds is told under the chart and in the readout, of the chosen series', async ({ app }) => {
  const workspace = new Workspace(app.window)
  const charts = new ChartsPage(app.window)
  await workspace.computed(3)
  await expect(charts.binding('70B 16-bit')).toBeHidden()
  await app.window.getByRole('button', { name: 'What binds' }).click()
  await expect(charts.binding('70B 16-bit')).toHaveAccessibleName(/Memory, [\d.]+ to [\d.]+ tokens\/s/)
  await charts.readAt(MIDDLE)
  await expect(app.window.getByRole('row', { name: /most: (memory|arithmetic)/ })).toHaveCount(3)
  await workspace.series('70B 4-bit').click()
  await expect(charts.binding('70B 4-bit')).toBeVisible()
  await workspace.show('Side by side')
  await expect(app.window.getByRole('img', { name: /^What takes most/ })).toHaveCount(3)
  await charts.readAt(MIDDLE)
  await expect(app.window.getByText(/^most: [a-z -]+$/)).toHaveCount(3)
})

test('the difference view reads cost and speed against the baseline, by pointer, keys and table', async ({ app }) => {
  const workspace = new Workspace(app.window)
  const charts = new ChartsPage(app.window)
  await workspace.computed(3)
  await app.electronApp.evaluate(({ Menu }) => Menu.getApplicationMenu()!.getMenuItemById('show-difference')!.click())
  const chart = workspace.panel('Cost at equal speed, against 70B 16-bit')
  await chart.focus()
  await app.window.keyboard.press('ArrowRight')
  expect(await charts.readout().innerText()).toMatch(/tokens\/s$/)
  await expect(app.window.getByRole('row', { name: /70B 16-bit 1\.00× .*baseline/ })).toBeVisible()
  await expect(app.window.getByRole('row', { name: /70B 8-bit 0\.\d+× .*−\d+ %/ })).toBeVisible()
  await app.window.keyboard.press('ArrowDown')
  await app.window.keyboard.press('Enter')
  await expect(app.window.getByText('Pinned point · 70B 8-bit')).toBeVisible()
  await expect(workspace.row('70B 8-bit').last()).toContainText(/\$[\d.]+ 0\.\d+×/)

  await charts.choose('Difference of', 'speed at equal cost')
  expect(await charts.readAt(MIDDLE)).toMatch(/per million tokens$/)
  await expect(app.window.getByRole('row', { name: /70B 4-bit 1\.\d+× .*tok\/s, \+\d+ %/ })).toBeVisible()
  await workspace.command('70B 8-bit', 'Make it the baseline')
  await expect(workspace.panel('Speed at equal cost, against 70B 8-bit')).toBeVisible()
})

test('panels group series, share one zoom, or have axes of their own', async ({ app }) => {
  const workspace = new Workspace(app.window)
  const charts = new ChartsPage(app.window)
  await workspace.openGallery('Which GPU for Llama 3.3 70B?')
  await workspace.computed(4)
  await workspace.show('Side by side')
  await expect(app.window.getByRole('application')).toHaveCount(4)
  const last = app.window.getByRole('application').last()
  const before = await charts.readAt(LEFT, last)
  await charts.wheel(RIGHT, -300)
  expect(numberIn(await charts.readAt(LEFT, last))).toBeGreaterThan(numberIn(before))
  await charts.choose('Axes of the panels', 'own axes')
  expect(await charts.readAt(LEFT, last)).not.toBe(before)
  await charts.panelPer('model')
  await expect(app.window.getByRole('application')).toHaveCount(1)
  await charts.panelPer('accelerator')
  await expect(app.window.getByRole('application')).toHaveCount(4)
  await charts.panelPer('precision')
  await expect(workspace.panel('fp8')).toBeVisible()
})

for (const colorScheme of ['light', 'dark'] as const)
  test(`charts are free of violations, ${colorScheme}`, async ({ app }) => {
    const workspace = new Workspace(app.window)
    const charts = new ChartsPage(app.window)
    await app.window.emulateMedia({ colorScheme })
    await workspace.openGallery('Which GPU for Llama 3.3 70B?')
    await workspace.computed(4)
    await charts.setAxis('y', 'J / token')
    await app.window.getByRole('button', { name: 'What binds' }).click()
    await charts.wheel(MIDDLE, -200)
    await expect(charts.resetZoom()).toBeVisible()
    expect(await violations(app.window)).toEqual([])
    await workspace.show('Side by side')
    await charts.panelPer('model')
    expect(await violations(app.window)).toEqual([])
    await workspace.show('Difference')
    expect(await violations(app.window)).toEqual([])
  })
