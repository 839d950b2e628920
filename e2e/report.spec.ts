import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from './fixtures/app.ts'
import { Workspace } from './pages/workspace.ts'

const run = promisify(execFile)

test('the menu writes a PDF with the chart, the readings and the inputs', async ({ app }) => {
  const workspace = new Workspace(app.window)
  await workspace.computed(3)
  const path = join(app.userData, 'report.pdf')
  await app.electronApp.evaluate(({ dialog, Menu }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
    const items = Menu.getApplicationMenu()!.items.flatMap((item) => item.submenu?.items ?? [])
    items.find((item) => item.accelerator === 'CmdOrCtrl+P')!.click()
  }, path)
  await expect(app.window.getByText('Report saved as report.pdf.')).toBeVisible({ timeout: 60_000 })

  const { stdout: text } = await run('pdftotext', ['-layout', path, '-'])
  expect(text).toContain('Llama 3 70B by precision')
  expect(text).toContain('Cost at speeds')
  expect(text).toMatch(/70B 8-bit .*0\.0604/)
  expect(text).toContain('paper/Llama_3_70B_4_bit')
  expect(text).toContain('$2.10 per GPU-hour')
  expect(text).toContain('Paretoscope 0.1.0')
  const { stdout: facts } = await run('pdfinfo', [path])
  expect(facts).toMatch(/Tagged:\s+yes/)
  expect(facts).toMatch(/Title:\s+Llama 3 70B by precision/)
  const { stdout: images } = await run('pdfimages', ['-list', path])
  expect(images.trim().split('\n')).toHaveLength(2)
})
