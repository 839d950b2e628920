import type { Page } from '@playwright/test'
import { expect, test } from './fixtures/app.ts'
import { violations } from './fixtures/violations.ts'
import { Deployment } from './pages/deployment.ts'
import { Workspace } from './pages/workspace.ts'

const QUESTION = 'Which GPU for Llama 3.3 70B?'

async function open(page: Page): Promise<{ workspace: Workspace; deployment: Deployment }> {
  const workspace = new Workspace(page)
  await workspace.openGallery(QUESTION)
  await workspace.computed(4)
  return { workspace, deployment: new Deployment(page) }
}

test('which GPU is the cheapest at a speed, on how many, and how sure is that', async ({ app }) => {
  const { deployment } = await open(app.window)
  await expect(deployment.answer()).toHaveText(
    /^B200 \$0\.\d+ \/M tokens on 4 GPUs at \$2\.90\/h, ±10 % · next H200 \+\d %, within the error$/,
  )
  await deployment.ask(100)
  await expect(deployment.answer()).toHaveText(/^H200 \$0\.\d+ \/M tokens on 8 GPUs/)
  await deployment.ask(9000)
  await expect(app.window.getByText('No series is this fast.')).toBeVisible()
  await deployment.ask(50)
  await deployment.answer().getByRole('button', { name: 'B200' }).click()
  await expect(app.window.getByText('Pinned point · B200')).toBeVisible()
  await expect(app.window.getByTestId('point-error')).toContainText(
    /dense, tensor parallel, decode-heavy, \d+ measured rows/,
  )
  await expect(deployment.fact('Layout')).toHaveText('TP 4, 1 replica of 4 GPUs')
  await expect(deployment.fact('Batch')).toHaveText(/^\d+ sequences of up to [\d,]+ that memory holds$/)
  await expect(deployment.point()).toContainText('Kept for the engine')
})

test('a series changes its rule set, and one undo brings all of it back', async ({ app }) => {
  const { workspace, deployment } = await open(app.window)
  const before = await workspace.chosenPoint('H100', 'preferred')
  await workspace.edit('H100')
  await expect(deployment.spaceSize()).toHaveText(/^Searches 4 layouts, [\d,]+ setups\.$/)
  await deployment.choose('Rule set', 'Paper')
  await expect(deployment.spaceSize()).toHaveText('Searches 400 batches, 160,000 setups.')
  await expect(app.window.getByText(/rules: paper ±40 % and standard ±9 %/)).toBeVisible()
  await expect(workspace.row('H100')).toContainText('±40 %', { timeout: 60_000 })
  await expect(workspace.series('H100')).toContainText('H100 · baseline')
  await app.window.getByRole('button', { name: 'Undo' }).click()
  await expect(workspace.row('H100').getByTitle('Show the preferred point')).toContainText(before.split(' ')[0]!, {
    timeout: 60_000,
  })
  await expect(app.window.getByText(/rules: standard ±9 %/)).toBeVisible()
  await expect(app.window.getByRole('combobox', { name: 'Accelerator' })).toHaveValue(/H100 SXM/)
})

test('limits that leave nothing say which of them', async ({ app }) => {
  const { workspace } = await open(app.window)
  await workspace.edit('H100')
  await workspace.field('Most GPUs').fill('1')
  await expect(app.window.getByText(/Each GPU would hold .* on at most 1 GPU\./).first()).toBeVisible()
  await workspace.field('Most GPUs').fill('2')
  await workspace.field('Least speed').fill('100')
  await expect(app.window.getByText(/less than the least speed of 100/).first()).toBeVisible()
  await workspace.field('Least speed').fill('')
  await expect(workspace.row('H100').getByTitle('Show the preferred point')).toBeVisible()
})

test('prompts on the same GPUs have a time to the first token and three prices', async ({ app }) => {
  const { workspace, deployment } = await open(app.window)
  await workspace.edit('H200')
  await deployment.choose('Prompts', 'same GPUs')
  await workspace.field('Prompt').fill('2K')
  await app.window.getByRole('button', { name: 'Middle of the answer: prompt + half the answer = 2,500' }).click()
  await expect(workspace.field('Context')).toHaveValue('2500')
  await deployment.choose('Inspector', 'Point')
  await expect(deployment.fact('Time to first token')).toHaveText(/ms$|s$/)
  for (const price of ['Input', 'Output', 'Blended, 2 input tokens per output token'])
    await expect(deployment.fact(price)).toHaveText(/^\$[\d.]+$/)
  await expect(deployment.point()).toContainText('prompts included')
  await deployment.choose('Inspector', 'Inputs')
  await workspace.field('Longest time to first token').fill('0.001')
  await expect(app.window.getByText(/The first token takes .* s at least/).first()).toBeVisible()
  await deployment.choose('Prompts', 'left out')
  await expect(workspace.row('H200').getByTitle('Show the preferred point')).toBeVisible()
})

test('a term that is left out is said, and the point is no longer validated', async ({ app }) => {
  const { workspace, deployment } = await open(app.window)
  await workspace.edit('B200')
  await app.window.getByRole('button', { name: 'Rules in detail' }).press('Enter')
  await app.window.getByRole('switch', { name: 'Host' }).press('Space')
  await expect(app.window.getByRole('button', { name: 'Rules in detail 1 changed' })).toBeVisible()
  await expect(workspace.row('B200')).toContainText('not validated')
  await deployment.choose('Inspector', 'Point')
  await expect(deployment.point()).toContainText('Left out by choice: host.')
})

test('a weight format says what the chip does with it', async ({ app }) => {
  const { workspace } = await open(app.window)
  await workspace.edit('H100')
  const weights = app.window.getByRole('button', { name: /Weights/ })
  await weights.press('Enter')
  await app.window.getByRole('option', { name: /nvfp4/ }).click()
  await expect(app.window.getByText(/^Emulated:/)).toBeVisible()
  await workspace.edit('B200')
  await weights.press('Enter')
  await app.window.getByRole('option', { name: /nvfp4/ }).click()
  await expect(app.window.getByText('Native on this chip.')).toBeVisible()
})

for (const colorScheme of ['light', 'dark'] as const)
  test(`the inputs of a deployment are free of violations, ${colorScheme}`, async ({ app }) => {
    await app.window.emulateMedia({ colorScheme })
    const { workspace, deployment } = await open(app.window)
    expect(await violations(app.window)).toEqual([])
    await workspace.edit('H200')
    await deployment.choose('Prompts', 'same GPUs')
    await app.window.getByRole('button', { name: 'Rules in detail' }).press('Enter')
    await app.window.getByRole('switch', { name: 'Host' }).press('Space')
    expect(await violations(app.window)).toEqual([])
    await deployment.choose('Inspector', 'Point')
    await expect(deployment.point()).toContainText('Left out by choice')
    expect(await violations(app.window)).toEqual([])
  })

test('a new comparison begins with a deployment, and a series that is added is like its last', async ({ app }) => {
  const workspace = new Workspace(app.window)
  await workspace.computed(3)
  await app.electronApp.evaluate(({ Menu }) => {
    const items = Menu.getApplicationMenu()!.items.flatMap((item) => item.submenu?.items ?? [])
    items.find((item) => item.accelerator === 'CmdOrCtrl+N')!.click()
  })
  await expect(workspace.title()).toHaveValue('New comparison')
  await workspace.computed(1)
  await expect(app.window.getByText(/rules: standard ±9 %/)).toBeVisible()
  await app.window.getByRole('button', { name: 'Add series' }).click()
  await workspace.computed(2)
  await expect(app.window.getByRole('radio', { name: 'Standard (whole GPUs)' })).toBeChecked()
})
