import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test } from './fixtures/app.ts'
import { Workspace } from './pages/workspace.ts'

/** Drops files on the window, as a person does from a folder. */
const drop = (window: Page, files: readonly { readonly name: string; readonly text: string }[]): Promise<void> =>
  window.evaluate((dropped) => {
    const dataTransfer = new DataTransfer()
    for (const { name, text } of dropped) dataTransfer.items.add(new File([text], name))
    for (const type of ['dragover', 'drop'])
      document.body.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }))
  }, files)

test('a scenario file dropped on the window opens, and is kept', async ({ app }) => {
  const workspace = new Workspace(app.window)
  await workspace.computed(3)
  const name = 'which-gpu.paretoscope.json'
  const text = await readFile(resolve(import.meta.dirname, '../examples', name), 'utf8')
  await drop(app.window, [{ name, text }])
  await expect(workspace.title()).toHaveValue((JSON.parse(text) as { name: string }).name)
  await workspace.computed(4)
  await expect(app.window.getByText(`${name} opened.`)).toBeVisible()
  await expect(app.window.getByRole('list', { name: 'Saved scenarios' }).getByRole('listitem')).toHaveCount(1)
})

test('a dropped file that is no scenario says what is wrong, and changes nothing', async ({ app }) => {
  const workspace = new Workspace(app.window)
  await workspace.computed(3)
  await drop(app.window, [
    { name: 'x.paretoscope.json', text: '{"format":"paretoscope/scenario","version":1,"nam":1}' },
  ])
  await expect(app.window.getByText(/name: is missing; add it/)).toBeVisible()
  await expect(workspace.title()).toHaveValue('Llama 3 70B by precision')
})
