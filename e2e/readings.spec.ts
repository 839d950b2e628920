import { expect, test } from './fixtures/app.ts'
import { violations } from './fixtures/violations.ts'
import { Readings } from './pages/readings.ts'
import { Workspace } from './pages/workspace.ts'

test('costs at speeds and speeds at costs of one’s own, between points and out of range', async ({ app }) => {
  const workspace = new Workspace(app.window)
  const readings = new Readings(app.window)
  await workspace.computed(3)
  await workspace.show('Table')
  await readings.read({ 'Costs at speeds': '60, 140, 170', 'Speeds at costs': '0.1, 1' })
  await expect(readings.head('$/M at 140 tok/s')).toBeVisible()
  expect(await readings.cell('70B 16-bit', '$/M at 140')).toBe('not this fast')
  expect(await readings.cell('70B 8-bit', '$/M at 60')).toMatch(/^~\$0\.\d+ −\d+ % .*GPUs, batch/)
  expect(await readings.cell('70B 16-bit', 'tok/s at $0.100')).toBe('not this cheap')
  expect(await readings.cell('70B 4-bit', 'tok/s at $1.00')).toMatch(/^~1\d\d \+\d+ %/)

  await workspace.goTo('Opened')
  await expect(readings.head('$/M at 140 tok/s')).toBeHidden()
})

test('the weight of speed moves the preferred point, in chart and table', async ({ app }) => {
  const workspace = new Workspace(app.window)
  const readings = new Readings(app.window)
  await workspace.computed(3)
  const usual = await workspace.chosenPoint('70B 16-bit', 'preferred')
  await readings.read({ 'Preferred point: greatest': '0' })
  expect(await workspace.chosenPoint('70B 16-bit', 'preferred')).toBe(
    await workspace.chosenPoint('70B 16-bit', 'cheapest'),
  )
  await readings.read({ 'Preferred point: greatest': '3' })
  expect(await workspace.chosenPoint('70B 16-bit', 'preferred')).toBe(usual)
})

test('the table is sorted by any column, columns go and come back', async ({ app }) => {
  const workspace = new Workspace(app.window)
  const readings = new Readings(app.window)
  await workspace.computed(3)
  const fastest = readings.head('Fastest')
  await fastest.getByRole('button').click()
  await expect(fastest).toHaveAttribute('aria-sort', 'descending')
  expect(await readings.order()).toEqual(['70B 4-bit', '70B 8-bit', '70B 16-bit'])
  await fastest.getByRole('button').click()
  expect(await readings.order()).toEqual(['70B 16-bit', '70B 8-bit', '70B 4-bit'])
  await app.window.getByRole('button', { name: 'Table columns' }).click()
  await app.window.getByText('Cheapest point', { exact: true }).click()
  await app.window.keyboard.press('Escape')
  await expect(readings.head('Cheapest')).toBeHidden()
  await app.window.getByRole('button', { name: 'Undo', exact: true }).click()
  await expect(readings.head('Cheapest')).toBeVisible()
})

test('the table is copied for a spreadsheet', async ({ app }) => {
  const workspace = new Workspace(app.window)
  await workspace.computed(3)
  await app.window.getByRole('button', { name: 'Copy the table' }).click()
  await expect(app.window.getByText('Copied 3 rows for a spreadsheet.', { exact: true })).toBeVisible()
  const text = await app.electronApp.evaluate(({ clipboard }) => clipboard.readText())
  const rows = text
    .trimEnd()
    .split('\n')
    .map((line) => line.split('\t'))
  expect(rows).toHaveLength(4)
  expect(rows[0]!.slice(0, 3)).toEqual([
    'series',
    'fastest, speed (tokens/s per user)',
    'fastest, cost (USD per million tokens)',
  ])
  expect(new Set(rows.map((row) => row.length)).size).toBe(1)
  expect(Number(rows[1]![1])).toBeCloseTo(124.9, 0)
})

for (const colorScheme of ['light', 'dark'] as const)
  test(`the table and its options are free of violations, ${colorScheme}`, async ({ app }) => {
    const workspace = new Workspace(app.window)
    await app.window.emulateMedia({ colorScheme })
    await workspace.computed(3)
    await workspace.show('Table')
    await new Readings(app.window).read({ 'Costs at speeds': '60, 140', 'Speeds at costs': '0.1' })
    await app.window.getByRole('button', { name: 'Table columns' }).click()
    expect(await violations(app.window)).toEqual([])
  })
