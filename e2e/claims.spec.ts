import { expect, test, type App } from './fixtures/app.ts'
import { violations } from './fixtures/violations.ts'
import { chooseCommand } from './pages/app-menu.ts'
import { ClaimsPage } from './pages/claims.ts'
import { Workspace } from './pages/workspace.ts'

const BANDWIDTH = 'Speed grows as the cube root of HBM bandwidth'
const LATENCY = 'Network latency, not bandwidth'

async function opened({ window }: App): Promise<ClaimsPage> {
  await new Workspace(window).computed(3)
  const claims = new ClaimsPage(window)
  await claims.open()
  return claims
}

test('every claim is computed once the page is open, with its verdict by word', async ({ app }) => {
  const claims = await opened(app)
  await expect(claims.verdict()).toContainText('7.69 MB, claimed near 8 MB')
  const items = claims.main().getByRole('list', { name: 'Claims' }).getByRole('button')
  expect(await items.count()).toBeGreaterThanOrEqual(10)
  await expect(items.filter({ hasText: /holds|does not hold/ })).toHaveCount(await items.count(), { timeout: 60_000 })
  await expect(items.filter({ hasText: 'not computed yet' })).toHaveCount(0)
})

test('the exponent moves with model, range and rules, and back', async ({ app }) => {
  const claims = await opened(app)
  await claims.look(BANDWIDTH)
  const exponent = () => claims.measured('Exponent, full model')
  await expect.poll(exponent).toBeGreaterThan(0.2)
  const usual = await exponent()
  await claims.pick('Model', 'Llama 3 8B')
  await expect.poll(exponent).toBeGreaterThan(usual)
  await claims.fill('Bandwidths, to', '0.5')
  const narrow = await exponent()
  await expect.poll(exponent).not.toBe(narrow)
  await claims.fill('Bandwidths, to', '0.1')
  await expect(claims.main().getByText('above 0.25')).toBeVisible()
  await claims.main().getByRole('button', { name: 'Back to the paper' }).click()
  await expect.poll(exponent).toBe(usual)

  await claims.main().getByRole('radiogroup', { name: 'Rules' }).getByText('standard').click()
  await expect(claims.main().getByRole('combobox', { name: 'Model' })).toHaveValue('Llama 3.3 70B')
  await expect(claims.verdict()).toContainText('does not hold')
})

test('what cannot be asked says why, and the next answer takes its place', async ({ app }) => {
  const claims = await opened(app)
  await claims.look('Speed falls as the square root of model size')
  await expect(claims.verdict()).toContainText('claimed −1/2')
  await claims.pick('Model that is scaled', 'DeepSeek V3')
  await expect(claims.problem()).toContainText('cannot be scaled')
  await expect(claims.openButton()).toBeDisabled()
  await claims.pick('Model that is scaled', 'Llama 3 405B')
  await expect(claims.problem()).toBeHidden()
  await expect(claims.verdict()).toContainText('claimed −1/2')
})

test('a claim opens as a comparison that is saved with its first edit', async ({ app }) => {
  const claims = await opened(app)
  await claims.look(BANDWIDTH)
  await expect(claims.openButton()).toBeEnabled()
  await claims.openButton().click()
  const workspace = new Workspace(app.window)
  await workspace.computed(9)
  await expect(app.window.getByRole('textbox', { name: 'Name of the comparison' })).toHaveValue(
    'Llama 3 70B by HBM bandwidth',
  )
  await claims.open()
  await expect(claims.verdict()).toContainText('claimed 1/3')
})

test('all of it works by keyboard, from the menu on', async ({ app }) => {
  await new Workspace(app.window).computed(3)
  await chooseCommand(app, 'show-claims')
  const claims = new ClaimsPage(app.window)
  const { keyboard } = app.window
  await claims.item(LATENCY).focus()
  await keyboard.press('Tab')
  await keyboard.press('Enter')
  await expect(claims.main().getByRole('article', { name: 'Without latency' })).toBeVisible()
  const span = claims.main().getByRole('textbox', { name: 'Speeds fitted' })
  await span.focus()
  await keyboard.press('ArrowDown')
  await expect(span).toHaveValue('90')
  await expect(claims.openButton()).toBeEnabled()
  await claims.openButton().focus()
  await keyboard.press('Enter')
  await new Workspace(app.window).computed(2)
})

for (const colorScheme of ['light', 'dark'] as const)
  test(`the page is free of violations, ${colorScheme}`, async ({ app }) => {
    await app.window.emulateMedia({ colorScheme })
    const claims = await opened(app)
    await claims.look(BANDWIDTH)
    await expect(claims.verdict()).toContainText('claimed 1/3')
    expect(await violations(app.window)).toEqual([])
  })
