import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from './fixtures/app.ts'
import { violations } from './fixtures/violations.ts'
import { ReportPage } from './pages/report.ts'
import { Workspace } from './pages/workspace.ts'

const run = promisify(execFile)

test('the dialog writes a PDF with the chart, the readings, the inputs and the scenario itself', async ({ app }) => {
  const workspace = new Workspace(app.window)
  await workspace.computed(3)
  const report = new ReportPage(app)
  await report.open()
  const path = join(app.userData, 'report.pdf')
  await report.save(path)
  await expect(app.window.getByText('Report saved as report.pdf.')).toBeVisible({ timeout: 60_000 })
  await expect(report.dialog()).toBeHidden()

  const { stdout: text } = await run('pdftotext', ['-layout', path, '-'])
  expect(text).toContain('Llama 3 70B by precision')
  for (const heading of ['Cost at speeds', 'Side by side', 'Where the time goes', 'Accelerators and models'])
    expect(text).toContain(heading)
  expect(text).toMatch(/70B 8-bit .*0\.0604/)
  expect(text).toContain('paper/Llama_3_70B_4_bit')
  expect(text).toContain('$2.10 per GPU-hour')
  expect(text).toContain('Paretoscope 0.1.0')
  const { stdout: facts } = await run('pdfinfo', [path])
  expect(facts).toMatch(/Tagged:\s+yes/)
  expect(facts).toMatch(/Title:\s+Llama 3 70B by precision/)
  expect(facts).toMatch(/Subject:\s+At 50 tokens per second/)
  const { stdout: images } = await run('pdfimages', ['-list', path])
  expect(images.trim().split('\n')).toHaveLength(2)
  const attached = join(app.userData, 'attached.json')
  await run('pdfdetach', ['-save', '1', '-o', attached, path])
  const { stdout: hash } = await run('sha256sum', [attached])
  expect(text).toContain(hash.slice(0, 64))
  expect(JSON.parse(await readFile(attached, 'utf8'))).toMatchObject({ name: 'Llama 3 70B by precision' })
})

test('no table of the report is wider than its page', async ({ app }) => {
  const workspace = new Workspace(app.window)
  await workspace.openGallery('Which GPU for Llama 3.3 70B?')
  await workspace.computed(4)
  const report = new ReportPage(app)
  await report.open()
  const beyond = await report
    .preview()
    .locator('table')
    .evaluateAll((tables) =>
      tables.map((table) => table.getBoundingClientRect().right - table.parentElement!.getBoundingClientRect().right),
    )
  expect(beyond.length).toBeGreaterThan(4)
  expect(Math.max(...beyond)).toBeLessThan(1)
})

test('the preview follows sections, their order and the person’s text, and the settings stay', async ({ app }) => {
  const report = new ReportPage(app)
  await new Workspace(app.window).computed(3)
  await report.open()
  await expect(report.heading('Side by side')).toBeVisible()
  await report.section('Side by side').press('Space')
  await expect(report.heading('Side by side')).toHaveCount(0)

  await report.dialog().getByRole('button', { name: 'Text before Summary' }).click()
  await report.dialog().getByLabel('Own text before Summary').fill('For the board.\n\n<b>Not</b> markup.')
  await expect(report.preview().getByText('For the board.')).toBeVisible()
  await expect(report.preview().getByText('<b>Not</b> markup.')).toBeVisible()

  await expect(report.sections().nth(1)).toHaveAccessibleName('Cost against speed')
  await report.section('Cost against speed').press('Alt+ArrowUp')
  await expect(report.sections().first()).toHaveAccessibleName('Cost against speed')
  await expect(report.preview().getByRole('heading', { level: 2 }).first()).toHaveText('Cost against speed')
  expect(await violations(app.window, '[role=dialog]')).toEqual([])

  await report.dialog().getByRole('button', { name: 'Close' }).last().click()
  const again = await app.relaunch()
  const reopened = new ReportPage(again)
  await new Workspace(again.window).computed(3)
  await reopened.open()
  await expect(reopened.section('Side by side')).not.toBeChecked()
  await expect(reopened.sections().first()).toHaveAccessibleName('Cost against speed')
})

test('templates are saved, used, renamed and deleted', async ({ app }) => {
  const report = new ReportPage(app)
  await new Workspace(app.window).computed(3)
  await report.open()
  const page = app.window
  await report.choose('Paper', 'Letter')
  await report.template('Save as a new template')
  await report.dialog().getByLabel('Name of the new template').fill('House')
  await page.keyboard.press('Enter')
  const chosen = report.dialog().getByRole('button', { name: /^Template/ })
  await expect(chosen).toContainText('House')
  await report.choose('Paper', 'A4')
  await expect(report.dialog().getByText('changed', { exact: true })).toBeVisible()
  await report.template('Rename')
  await report.dialog().getByLabel('New name of the template').fill('Board')
  await page.keyboard.press('Enter')
  await expect(chosen).toContainText('Board')
  await chosen.click()
  await page.getByRole('option', { name: 'None' }).click()
  await chosen.click()
  await page.getByRole('option', { name: 'Board' }).click()
  await expect(report.dialog().getByRole('radio', { name: 'Letter' })).toBeChecked()
  await report.template('Delete')
  await expect(chosen).not.toContainText('Board')
  await page.getByRole('button', { name: 'Undo', exact: true }).last().click()
  await expect(chosen).toContainText('Board')
})

test('a report that is cancelled leaves no file', async ({ app }) => {
  const report = new ReportPage(app)
  await new Workspace(app.window).computed(3)
  await report.open()
  const path = join(app.userData, 'never.pdf')
  await report.save(path)
  await report.dialog().getByRole('button', { name: 'Cancel' }).click()
  await expect(app.window.getByText('No report was written.')).toBeVisible()
  await expect(report.dialog()).toBeVisible()
  await expect(readFile(path)).rejects.toThrow('ENOENT')
})

test('the preview runs nothing, loads nothing and leads nowhere', async ({ app }) => {
  app.expectConsoleError(/sandboxed|Refused|Blocked|Content Security Policy|Unsafe attempt/i)
  const report = new ReportPage(app)
  await new Workspace(app.window).computed(3)
  await report.open()
  const frame = app.window.frames().find((one) => one.url().startsWith('app://report-preview/'))!
  const answer = await app.electronApp.evaluate(async ({ net }, url) => {
    const response = await net.fetch(url)
    return { policy: response.headers.get('content-security-policy'), status: response.status }
  }, frame.url().split('#')[0]!)
  expect(answer.status).toBe(200)
  for (const rule of ["default-src 'none'", 'sandbox', 'frame-ancestors app://paretoscope'])
    expect(answer.policy).toContain(rule)
  expect(answer.policy).not.toContain('script-src')

  // The frame may not be led elsewhere, nor may another address be framed.
  const before = app.window.frames().map((one) => one.url())
  await app.window.evaluate(() => {
    const other = document.body.appendChild(document.createElement('iframe'))
    other.src = 'app://paretoscope/index.html'
  })
  await expect
    .poll(() =>
      app.window
        .frames()
        .map((one) => one.url())
        .filter((url) => url.endsWith('index.html')),
    )
    .toHaveLength(1)
  expect(before.filter((url) => url.startsWith('app://report-preview/'))).not.toEqual([])
})
