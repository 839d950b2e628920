import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test } from './fixtures/app.ts'
import { violations } from './fixtures/violations.ts'
import { chooseCommand } from './pages/app-menu.ts'
import { IncomingFiles } from './pages/incoming.ts'
import { Workspace } from './pages/workspace.ts'

/** Drops files on the window, as a person does from a folder. */
const drop = (window: Page, files: readonly { readonly name: string; readonly text: string }[]): Promise<void> =>
  window.evaluate((dropped) => {
    const dataTransfer = new DataTransfer()
    for (const { name, text } of dropped) dataTransfer.items.add(new File([text], name))
    for (const type of ['dragover', 'drop'])
      document.body.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }))
  }, files)

test('a scenario file dropped on the window is looked at first, then added to the library', async ({ app }) => {
  const workspace = new Workspace(app.window)
  const incoming = new IncomingFiles(app.window)
  await workspace.computed(3)
  const name = 'which-gpu.paretoscope.json'
  const text = await readFile(resolve(import.meta.dirname, '../examples', name), 'utf8')
  const scenario = JSON.parse(text) as { name: string }
  await drop(app.window, [{ name, text }])
  await expect(incoming.files()).toHaveText([/4 series: .*new$/])
  expect(await violations(app.window, '[role=dialog]')).toEqual([])
  await incoming.dialog().getByRole('button', { name: 'Cancel' }).click()
  await expect(app.window.getByRole('list', { name: 'Saved scenarios' }).getByRole('listitem')).toHaveText(
    /Nothing saved/,
  )

  await drop(app.window, [{ name, text }])
  await incoming.add()
  await expect(workspace.title()).toHaveValue(scenario.name)
  await workspace.computed(4)
  await expect(workspace.savedScenario(scenario.name)).toHaveCount(1)

  await drop(app.window, [{ name, text }])
  await expect(incoming.files()).toHaveText([/in your library already, just as it is/])
  await incoming.dialog().getByRole('button', { name: 'Open mine' }).click()
  await expect(workspace.savedScenario(scenario.name)).toHaveCount(1)
})

test('several files at once: what differs is taken as chosen, with mine kept as an earlier version', async ({
  app,
}) => {
  const workspace = new Workspace(app.window)
  const incoming = new IncomingFiles(app.window)
  await workspace.computed(3)
  const read = async (name: string) => readFile(resolve(import.meta.dirname, '../examples', name), 'utf8')
  const mine = await read('which-gpu.paretoscope.json')
  await drop(app.window, [{ name: 'mine.paretoscope.json', text: mine }])
  await incoming.add()
  const { name } = JSON.parse(mine) as { name: string }
  await expect(workspace.savedScenario(name)).toHaveCount(1)

  const theirs = mine.replace('"H100"', '"Their H100"')
  await drop(app.window, [
    { name: 'theirs.paretoscope.json', text: theirs },
    { name: 'other.paretoscope.json', text: await read('precision.paretoscope.json') },
    { name: 'bad.paretoscope.json', text: '{"format":"paretoscope/scenario","version":1,"nam":1}' },
  ])
  await expect(incoming.files()).toHaveCount(3)
  await expect(incoming.dialog().getByText('your library has another of this name')).toBeVisible()
  await expect(incoming.dialog().getByText(/name: is missing; add it/)).toBeVisible()
  await incoming.dialog().getByText('take theirs', { exact: true }).click()
  await incoming.dialog().getByRole('button', { name: 'Add 2 to the library' }).click()
  await expect(workspace.series('Their H100')).toBeVisible()
  await expect(workspace.savedScenario(name)).toHaveCount(1)
  await chooseCommand(app, 'show-versions')
  await expect(app.window.getByRole('list', { name: 'Versions' }).getByRole('listitem')).not.toHaveCount(1)
})

test('another of the same name is compared with mine, side by side and in words, and nothing is stored', async ({
  app,
}) => {
  const workspace = new Workspace(app.window)
  const incoming = new IncomingFiles(app.window)
  await workspace.computed(3)
  const mine = await readFile(resolve(import.meta.dirname, '../examples/which-gpu.paretoscope.json'), 'utf8')
  await drop(app.window, [{ name: 'mine.paretoscope.json', text: mine }])
  await incoming.add()
  const scenario = JSON.parse(mine) as { name: string; series: Record<string, unknown>[] }
  await workspace.computed(4)
  await expect(workspace.savedScenario(scenario.name)).toHaveCount(1)

  const theirs = {
    ...scenario,
    series: scenario.series.map((one, i) => (i === 0 ? { ...one, contextTokens: 9000 } : one)),
  }
  await drop(app.window, [{ name: 'theirs.paretoscope.json', text: JSON.stringify(theirs) }])
  await incoming.dialog().getByRole('button', { name: 'Compare with mine: Which GPU for Llama 3.3 70B?' }).click()
  const rows = incoming.differences().getByRole('row')
  await expect(rows).toHaveText([/Series.*Yours.*Theirs/, /H100.*Context.*1,500 tokens.*9,000 tokens/])
  expect(await violations(app.window, '[role=dialog]')).toEqual([])
  await incoming.compared().getByRole('button', { name: 'Back to the files' }).click()
  await expect(incoming.files()).toHaveCount(1)
  await incoming
    .dialog()
    .getByRole('button', { name: /^Compare/ })
    .click()
  await incoming.compared().getByRole('button', { name: 'See the curves' }).click()
  await workspace.computed(8)
  await expect(workspace.series('H100 · yours')).toBeVisible()
  await expect(workspace.series('H100 · theirs')).toBeVisible()
  await expect(workspace.savedScenario(scenario.name)).toHaveCount(1)
  await expect(app.window.getByRole('list', { name: 'Saved scenarios' }).getByRole('listitem')).toHaveCount(1)
})

test('a file that the app is started with, or started again with, is offered in its window', async ({ app }) => {
  const workspace = new Workspace(app.window)
  const incoming = new IncomingFiles(app.window)
  await workspace.computed(3)
  const path = resolve(import.meta.dirname, '../examples/precision.paretoscope.json')
  await app.electronApp.evaluate(({ app: running }, file) => {
    running.emit('second-instance', {}, ['paretoscope', file], '/')
  }, path)
  await expect(incoming.files()).toHaveCount(1)
  await incoming.dialog().getByRole('button', { name: 'Only look' }).click()
  await expect(incoming.dialog()).toBeHidden()
  await expect(app.window.getByRole('list', { name: 'Saved scenarios' }).getByRole('listitem')).toHaveText(
    /Nothing saved/,
  )
})
