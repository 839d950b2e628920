import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from './fixtures/app.ts'
import { violations } from './fixtures/violations.ts'
import { Accelerators } from './pages/accelerators.ts'
import { chooseCommand } from './pages/app-menu.ts'
import { ChartsPage } from './pages/charts.ts'
import { Outputs } from './pages/outputs.ts'
import { Workspace } from './pages/workspace.ts'

/** Width and height of a PNG, from its header. */
const pixelsOf = (png: Buffer): [number, number] => [png.readUInt32BE(16), png.readUInt32BE(20)]

test('a chart is copied, and saved as PNG of any scale, SVG and its points', async ({ app }) => {
  const workspace = new Workspace(app.window)
  const outputs = new Outputs(app)
  await workspace.computed(3)
  const path = (name: string) => join(app.userData, name)

  await outputs.choose('the chart', 'Copy as image')
  await expect(outputs.notice('Copied the chart as an image.')).toBeVisible({ timeout: 30_000 })
  const copied = await outputs.copiedPicture()
  expect(copied.width).toBe(1920)

  for (const [item, name, width] of [
    ['Save as PNG, 1x…', 'one.png', 960],
    ['Save as PNG, 3x…', 'three.png', 2880],
  ] as const) {
    await outputs.answerDialog(path(name))
    await outputs.choose('the chart', item)
    await expect(outputs.notice(`Chart saved as ${name}.`)).toBeVisible({ timeout: 30_000 })
    expect(pixelsOf(await readFile(path(name)))).toEqual([width, (copied.height / 2) * (width / 960)])
  }

  await outputs.answerDialog(path('chart.svg'))
  await outputs.choose('the chart', 'Save as SVG…')
  await expect(outputs.notice('Chart saved as chart.svg.')).toBeVisible()
  const svg = await readFile(path('chart.svg'), 'utf8')
  for (const text of [
    'Llama 3 70B by precision',
    'Cost against speed',
    '70B 16-bit',
    'tokens per second for one user',
    'Rule set: paper',
  ])
    expect(svg).toContain(text)
  // The page's own policy refuses the style that the parser finds.
  app.expectConsoleError(/inline style/)
  const problem = await app.window.evaluate(
    (text) => new DOMParser().parseFromString(text, 'image/svg+xml').querySelector('parsererror')?.textContent ?? null,
    svg,
  )
  expect(problem).toBeNull()

  await outputs.answerDialog(path('points.csv'))
  await outputs.choose('the chart', 'Save the points as CSV…')
  await expect(outputs.notice('Table saved as points.csv.')).toBeVisible()
  expect(await readFile(path('points.csv'), 'utf8')).toMatch(
    /^series,kind,.*USD per million output tokens.*,mark,notes\r\n70B 16-bit,frontier,/,
  )
})

test('a picture shows what is seen: metric, axes, zoom, panels and the difference', async ({ app }) => {
  const workspace = new Workspace(app.window)
  const charts = new ChartsPage(app.window)
  const outputs = new Outputs(app)
  await workspace.computed(3)
  const save = async (name: string) => {
    await outputs.answerDialog(join(app.userData, name))
    await chooseCommand(app, 'save-chart-svg')
    await expect(outputs.notice(`Chart saved as ${name}.`)).toBeVisible()
    return readFile(join(app.userData, name), 'utf8')
  }
  const whole = await save('whole.svg')
  await charts.wheel([0.5, 0.5], -400)
  await expect(charts.resetZoom()).toBeVisible()
  expect(await save('zoomed.svg')).not.toBe(whole)
  await charts.setAxis('y', 'MFU')
  expect(await save('mfu.svg')).toContain('Utilisation against speed')
  await workspace.show('Side by side')
  const panels = await save('panels.svg')
  expect(panels.match(/<svg x="/g)).toHaveLength(3)
  await workspace.show('Difference')
  expect(await save('difference.svg')).toContain('below 1×: cheaper than baseline')
})

test('tables are copied and saved, and nothing is replaced without consent', async ({ app }) => {
  const workspace = new Workspace(app.window)
  const outputs = new Outputs(app)
  await workspace.computed(3)
  await outputs.choose('the readings', 'Copy as Markdown')
  await expect(outputs.notice('Copied 3 rows as Markdown.')).toBeVisible()
  expect(await outputs.copiedText()).toMatch(/^\| series \| fastest, speed \(tokens\/s per user\) \|/)
  await outputs.choose('the readings', 'Copy as TSV')
  await expect(outputs.notice('Copied 3 rows for a spreadsheet.')).toBeVisible()
  expect((await outputs.copiedText()).split('\n')[1]).toMatch(/^70B 16-bit\t/)

  await outputs.answerDialog(join(app.userData, 'readings.xlsx'))
  await outputs.choose('the readings', 'Save as XLSX…')
  await expect(outputs.notice('Table saved as readings.xlsx.')).toBeVisible()
  expect((await readFile(join(app.userData, 'readings.xlsx'))).subarray(0, 2).toString()).toBe('PK')

  await writeFile(join(app.userData, 'mine.csv'), 'mine')
  // The dialog agreed to "mine", not to "mine.csv".
  await outputs.answerDialog(join(app.userData, 'mine'))
  await outputs.choose('the readings', 'Save as CSV…')
  await expect(outputs.notice('"mine.csv" already exists')).toBeVisible()
  expect(await readFile(join(app.userData, 'mine.csv'), 'utf8')).toBe('mine')

  await outputs.answerDialog(join(app.userData, 'report.html'))
  await chooseCommand(app, 'export-html')
  await expect(outputs.notice('Report saved as report.html.')).toBeVisible({ timeout: 60_000 })
  const html = await readFile(join(app.userData, 'report.html'), 'utf8')
  expect(html).toContain('Llama 3 70B by precision')
  expect(html).not.toMatch(/(src|href)="(?!data:|#)/)
})

test('export menus work from the keyboard, in every view, without violations', async ({ app }) => {
  const workspace = new Workspace(app.window)
  const outputs = new Outputs(app)
  await workspace.computed(3)
  await outputs.menu('the chart').focus()
  await app.window.keyboard.press('Enter')
  await expect(app.window.getByRole('menuitem', { name: 'Copy as image' })).toBeFocused()
  expect(await violations(app.window, '[role="menu"]')).toEqual([])
  await app.window.keyboard.press('Escape')
  await expect(outputs.menu('the chart')).toBeFocused()

  await workspace.show('Difference')
  await expect(outputs.menu('the differences')).toBeVisible()
  expect(await violations(app.window)).toEqual([])
  await workspace.show('Validate')
  await outputs.choose('the measurements', 'Copy as TSV')
  await expect(outputs.notice('Copied 191 rows for a spreadsheet.')).toBeVisible()
})

test('the chart and the rows of Validate are taken out of the window', async ({ app }) => {
  const outputs = new Outputs(app)
  await new Workspace(app.window).computed(3)
  await chooseCommand(app, 'show-validate')
  await expect(app.window.getByRole('img', { name: /^Predicted against measured time of/ })).toBeVisible()
  const path = (name: string) => join(app.userData, name)
  await outputs.choose('the chart', 'Copy as image')
  await expect(outputs.notice('Copied the chart as an image.')).toBeVisible({ timeout: 30_000 })
  expect((await outputs.copiedPicture()).width).toBe(1920)
  await outputs.answerDialog(path('agreement.svg'))
  await outputs.choose('the chart', 'Save as SVG…')
  await expect(outputs.notice('Chart saved as agreement.svg.')).toBeVisible()
  const svg = await readFile(path('agreement.svg'), 'utf8')
  for (const text of [
    'Predicted against measured',
    'predicted as measured',
    'Rule set: standard, calibrated constants',
  ])
    expect(svg).toContain(text)
})

test('tables of the catalog, and entries side by side, are taken out with units and sources', async ({ app }) => {
  const outputs = new Outputs(app)
  await new Workspace(app.window).computed(3)
  const page = new Accelerators(app.window)
  await page.open()
  await page.find('h200')
  await outputs.choose('the accelerators', 'Copy as Markdown')
  await expect(outputs.notice('as Markdown.')).toBeVisible()
  const markdown = await outputs.copiedText()
  expect(markdown).toMatch(/^\| Name \| Id \| Maker \| .*\(GB\)/)
  expect(markdown).toMatch(/\n\| NVIDIA H200 SXM 141 GB \| h200-sxm \| NVIDIA \| 2024 \|/)
  expect(markdown).toMatch(/- \*\*NVIDIA H200 SXM 141 GB\*\*: .*github\.com/)

  await page.find('')
  await page.compare('NVIDIA H100 SXM 80 GB', 'NVIDIA H200 SXM 141 GB')
  await outputs.answerDialog(join(app.userData, 'compared.csv'))
  await outputs.choose('the comparison', 'Save as CSV…')
  await expect(outputs.notice('Table saved as compared.csv.')).toBeVisible()
  const csv = await readFile(join(app.userData, 'compared.csv'), 'utf8')
  expect(csv).toMatch(/^Figure,Unit,NVIDIA H100 SXM 80 GB,NVIDIA H200 SXM 141 GB,[^\r]*,notes\r\n/)
  expect(csv).toMatch(/Memory,GB,80,141,1\.7625/)
})
