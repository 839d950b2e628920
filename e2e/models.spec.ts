import { readFile, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test, type App } from './fixtures/app.ts'
import { violations } from './fixtures/violations.ts'
import { Models } from './pages/models.ts'
import { Workspace } from './pages/workspace.ts'

/** The text of a real config.json. */
async function config(name: string): Promise<string> {
  const path = resolve(import.meta.dirname, '../test/fixtures/hugging-face', name)
  const { config: own } = JSON.parse(await readFile(path, 'utf8')) as { config: unknown }
  return JSON.stringify(own)
}

async function opened({ window }: App): Promise<Models> {
  await new Workspace(window).computed(3)
  const models = new Models(window)
  await models.open()
  return models
}

/** What the system's dialog would give for the next file that is asked for. */
const choosing = ({ electronApp }: App, path: string): Promise<void> =>
  electronApp.evaluate(({ dialog }, filePath) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [filePath] })
  }, path)

const drop = (window: Page, name: string, text: string): Promise<void> =>
  window.evaluate(
    ([fileName, content]) => {
      const dataTransfer = new DataTransfer()
      dataTransfer.items.add(new File([content!], fileName!))
      for (const type of ['dragover', 'drop'])
        document.body.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }))
    },
    [name, text],
  )

test('derived sizes stand beside the published ones, at a context of one’s own', async ({ app }) => {
  const models = await opened(app)
  await expect(models.count()).toHaveText('99 models')
  await models.select('Llama 3.3 70B')
  const derived = models.detail().getByRole('region', { name: 'Derived figures' })
  await expect(derived.getByRole('row', { name: /^Parameters/ })).toContainText('70.6 B')
  await expect(derived).toContainText('KV cache for each token of 4,096')
  await expect(derived).toContainText('328 KB')
  const before = await derived.innerText()
  await app.window.getByRole('textbox', { name: 'Tokens of context' }).fill('100K')
  await expect(derived).toContainText('Arithmetic for one more token after 100,000')
  expect(await derived.innerText()).not.toBe(before)
  await expect(models.detail()).toContainText('config.json')
  await models
    .detail()
    .getByRole('button', { name: /^Draft models/ })
    .click()
  await expect(models.detail()).toContainText('same maker, 1.24 B active')
})

test('filters, order and comparison', async ({ app }) => {
  const models = await opened(app)
  await models.filter('Maker', 'DeepSeek')
  await models.filter('Feed-forward', 'experts')
  expect((await models.names()).every((name) => name.includes('DeepSeek'))).toBe(true)
  await models.sortBy('Parameters')
  const [first, second] = await models.names()
  const comparison = await models.compare(first!, second!)
  await expect(comparison.getByRole('figure').filter({ hasText: /^Parameters B/ })).toContainText('×')
})

test('a config.json is imported by the dialog, asks for what it does not say, and can be computed with', async ({
  app,
}) => {
  const models = await opened(app)
  const path = join(app.userData, 'config.json')
  await writeFile(path, await config('qwen3.5-27b.json'))
  await choosing(app, path)
  await app.window.getByRole('button', { name: 'Import config.json' }).click()
  await expect(models.imported().getByRole('row', { name: /^Layers 64/ })).toContainText('num_hidden_layers')
  await expect(models.addButton()).toBeDisabled()
  await expect(models.form()).toContainText('Name: no config.json says it')
  await models.field('Name').fill('Our Qwen')
  await models.field('Organisation').fill('Us')
  await models.field('Release date').fill('2026-11-01')
  await models.field('Published parameters').fill('many')
  await expect(models.form()).toContainText('Parameters are numbers of billions above 0.')
  await models.field('Published parameters').fill('')
  await expect(models.addButton()).toBeEnabled()
  await models.addButton().click()
  await expect(models.detail().getByRole('heading', { name: 'Our Qwen' })).toBeVisible()
  await expect(models.row('Our Qwen')).toContainText('yours')

  const workspace = new Workspace(app.window)
  await workspace.openGallery('Which GPU for Llama 3.3 70B?')
  await workspace.computed(4)
  const before = await workspace.chosenPoint('H100', 'cheapest')
  await workspace.edit('H100')
  await app.window.getByRole('combobox', { name: 'Model', exact: true }).fill('Our Qwen')
  await app.window.getByRole('option', { name: /Our Qwen/ }).click()
  await expect.poll(() => workspace.chosenPoint('H100', 'cheapest')).not.toBe(before)
})

test('a model is made from nothing: what is missing is asked for, what follows is told', async ({ app }) => {
  const models = await opened(app)
  await app.window.getByRole('button', { name: 'New model', exact: true }).click()
  await expect(models.form().getByRole('heading', { name: 'New model' })).toBeVisible()
  await expect(models.form()).toContainText('Layers: is to be given')
  await expect(models.addButton()).toBeDisabled()
  expect(await violations(app.window, 'main')).toEqual([])
  const answers = {
    Name: 'Ours 8B',
    Organisation: 'Us',
    'Release date': '2026-11-01',
    Source: 'our own design',
    Layers: '32',
    'Model width': '4096',
    Vocabulary: '128256',
    'Context length': '131072',
    'Query heads': '32',
    'Key and value heads': '8',
    'Feed-forward width': '14336',
    'Bits per released weight': '16',
  }
  for (const [label, text] of Object.entries(answers)) await models.field(label).fill(text)
  for (const [label, answer] of [
    ['One matrix for embedding and output', 'no'],
    ['Gated feed-forward', 'yes'],
  ] as const) {
    await models
      .form()
      .getByRole('button', { name: new RegExp(`^${label}`) })
      .click()
    await app.window.getByRole('option', { name: answer, exact: true }).click()
  }
  await expect(models.imported().getByRole('row', { name: /^Kind of attention/ })).toContainText('gqa')
  await models.addButton().click()
  await expect(models.detail().getByRole('heading', { name: 'Ours 8B' })).toBeVisible()
  // As the published model of this shape has: 8.03 billion.
  await expect(models.row('Ours 8B')).toContainText('8.03')
  await expect(models.row('Ours 8B')).toContainText('yours')
})

test('a config.json is dropped on the page; what is none is told and changes nothing', async ({ app }) => {
  const models = await opened(app)
  await drop(app.window, 'broken.json', '{"a":')
  await expect(app.window.getByText(/^broken\.json: is not valid JSON/)).toBeVisible()
  await drop(app.window, 'list.json', '[1]')
  await expect(app.window.getByText(/^list\.json: is a list of 1; expected an object/)).toBeVisible()
  const path = join(app.userData, 'proto.json')
  await writeFile(path, '{"__proto__":{"x":1}}')
  await choosing(app, path)
  await app.window.getByRole('button', { name: 'Import config.json' }).click()
  await expect(app.window.getByText(/^proto\.json: __proto__: is a forbidden field name/)).toBeVisible()

  await drop(app.window, 'config.json', await config('qwen3.5-27b.json'))
  await expect(models.imported()).toBeVisible()
  await expect(models.field('Source')).toHaveValue('config.json')
  await app.window.getByRole('button', { name: 'Cancel', exact: true }).click()
  await expect(models.rows()).toHaveCount(99)

  await drop(app.window, 'bare.json', '{"hidden_size": 64}')
  await models.field('Layers').fill('2')
  await models.field('Layers').fill('two')
  await expect(models.form()).toContainText('expected a whole number from 1')
})

test('a scaled variant is made, changed, deleted and brought back', async ({ app }) => {
  const models = await opened(app)
  await models.select('Llama 3.1 8B')
  await models.detail().getByRole('button', { name: 'Scaled variant' }).click()
  await expect(models.detail()).toContainText('Comes to 14.9 B, 1.86 times as many, with 40 layers')
  await models.detail().getByRole('button', { name: 'Make the variant' }).click()
  await models.field('Name').fill('Llama twice')
  await models.save('Llama twice')
  await expect(models.detail()).toContainText('Copy of Llama 3.1 8B. The original has not changed since.')
  await models.detail().getByRole('button', { name: 'Edit' }).click()
  await models.field('Key and value heads').fill('64')
  await expect(models.saveButton()).toBeDisabled()
  await expect(models.form()).toContainText('64 key heads are more than')
  await models.field('Key and value heads').fill('4')
  await models.save('Llama twice')
  await expect(models.changes().first()).toContainText('Key and value heads: 8 → 4')
  await models.detail().getByRole('button', { name: 'Delete' }).click()
  await expect(models.row('Llama twice')).toHaveCount(0)
  await app.window.getByRole('button', { name: 'Deleted entries' }).click()
  await app.window.getByRole('menuitem', { name: 'Restore Llama twice' }).click()
  await expect(models.row('Llama twice')).toBeVisible()
})

for (const colorScheme of ['light', 'dark'] as const)
  test(`the page is free of violations, ${colorScheme}`, async ({ app }) => {
    await app.window.emulateMedia({ colorScheme })
    const models = await opened(app)
    await models.select('Llama 3.3 70B')
    expect(await violations(app.window)).toEqual([])
    await models.copy('Llama 3.3 70B')
    expect(await violations(app.window)).toEqual([])
    await drop(app.window, 'config.json', await config('qwen3.5-27b.json'))
    await expect(models.imported()).toBeVisible()
    expect(await violations(app.window)).toEqual([])
  })
