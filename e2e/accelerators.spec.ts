import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, test, type App } from './fixtures/app.ts'
import { Accelerators } from './pages/accelerators.ts'
import { Workspace } from './pages/workspace.ts'

const H100 = 'NVIDIA H100 SXM 80 GB'
const MINE = 'H100 at my price'

async function opened({ window }: App): Promise<Accelerators> {
  await new Workspace(window).computed(3)
  const accelerators = new Accelerators(window)
  await accelerators.open()
  return accelerators
}

const violations = async (page: Page): Promise<string[]> => {
  const { violations: found } = await new AxeBuilder({ page }).setLegacyMode().analyze()
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)
}

test('an H100 at my price is a series’ accelerator, and its frontier follows the price', async ({ app }) => {
  const accelerators = await opened(app)
  await accelerators.copyAtPrice(H100, MINE, '1.73')
  await expect(accelerators.detail()).toContainText(`Copy of ${H100}. The original has not changed since.`)
  await expect(accelerators.row(MINE)).toContainText('yours')

  const workspace = new Workspace(app.window)
  await workspace.openGallery('Which GPU for Llama 3.3 70B?')
  await workspace.computed(4)
  const before = await workspace.chosenPoint('H100', 'cheapest')
  await workspace.edit('H100')
  await app.window.getByRole('combobox', { name: 'Accelerator' }).fill('my price')
  await app.window.getByRole('option', { name: new RegExp(MINE) }).click()
  await app.window.getByRole('textbox', { name: 'Price', exact: true }).fill('')
  await expect(app.window.getByText('List price: on-demand cloud rental, ')).toBeVisible()
  await expect.poll(() => workspace.chosenPoint('H100', 'cheapest')).not.toBe(before)
  const cheaper = await workspace.chosenPoint('H100', 'cheapest')

  await accelerators.open()
  await accelerators.select(MINE)
  await accelerators.detail().getByRole('button', { name: 'Edit' }).click()
  await accelerators.field('Price').first().fill('3.46')
  await accelerators.save(MINE)
  await app.window.getByText('Overlay', { exact: true }).click()
  await expect.poll(() => workspace.chosenPoint('H100', 'cheapest')).not.toBe(cheaper)

  const again = new Accelerators((await app.relaunch()).window)
  await again.open()
  await expect(again.row(MINE)).toContainText('$3.46')
})

test('what an owned GPU costs is worked out line by line', async ({ app }) => {
  const accelerators = await opened(app)
  await accelerators.copy(H100)
  await accelerators.field('Name').fill('Our H100')
  await accelerators.priceKind('owned')
  await expect(accelerators.saveButton()).toBeDisabled()
  await accelerators.field('Purchase price').fill('35064')
  await accelerators.field('Utilisation').fill('0.5')
  await accelerators.field('Power of a GPU').fill('1000')
  await accelerators.field('PUE').fill('1.2')
  await accelerators.field('Other costs').fill('876.6')
  const arithmetic = accelerators.form().getByRole('table', { name: 'Arithmetic of the price' })
  await expect(arithmetic.getByRole('row', { name: /^Purchase/ })).toContainText('$2.00')
  await expect(arithmetic.getByRole('row', { name: /^Power drawn/ })).toContainText('1.20 kW')
  await expect(arithmetic.getByRole('row', { name: /^Price/ })).toContainText('$2.32')
  await accelerators.save('Our H100')
  await expect(accelerators.row('Our H100')).toContainText('$2.32')
  await accelerators.detail().getByRole('button', { name: 'Arithmetic' }).click()
  await expect(accelerators.detail().getByRole('row', { name: /^Power drawn/ })).toContainText('1.20 kW')

  const workspace = new Workspace(app.window)
  await workspace.openGallery('Which GPU for Llama 3.3 70B?')
  await workspace.computed(4)
  await workspace.edit('H100')
  await app.window.getByRole('combobox', { name: 'Accelerator' }).fill('Our H100')
  await app.window.getByRole('option', { name: /Our H100/ }).click()
  await workspace.field('Price').fill('')
  await app.window.getByRole('button', { name: 'Arithmetic of this price' }).click()
  await expect(app.window.getByRole('row', { name: /^Power drawn/ })).toContainText('1.20 kW')
})

test('what cannot be is told at its field and not saved; what is not likely is told with its range', async ({
  app,
}) => {
  const accelerators = await opened(app)
  await accelerators.copy(H100)
  const bandwidth = accelerators.field('Memory bandwidth')
  const cases = [
    ['abc', 'is "abc"; expected a number'],
    ['-5', 'expected a number above 0'],
    ['', 'is needed'],
    ['3350K', 'Is the unit right?'],
  ] as const
  for (const [text, message] of cases) {
    await bandwidth.fill(text)
    await expect(accelerators.form()).toContainText(message)
    await expect(bandwidth).toHaveAttribute('aria-invalid', 'true')
    await expect(accelerators.saveButton()).toBeDisabled()
  }
  await bandwidth.fill('30')
  await expect(accelerators.form()).toContainText('is 30.0 GB/s; known accelerators have')
  await expect(accelerators.saveButton()).toBeEnabled()
  await accelerators.form().getByRole('button', { name: /^Kind/ }).first().click()
  await app.window.keyboard.press('Escape')
  await expect(accelerators.form()).toBeVisible()
  await bandwidth.press('Escape')
  await expect(accelerators.form()).toBeHidden()
  await app.window.getByRole('button', { name: 'Undo', exact: true }).last().click()
  await expect(bandwidth).toHaveValue('30')
  const hostile = `<img src=x onerror=alert(1)> '); DROP TABLE accelerators; --`
  await accelerators.field('Name').fill(hostile)
  await accelerators.save(hostile)
  await expect(accelerators.rows()).toHaveCount(48)
  await expect(app.window.getByRole('img', { name: 'x' })).toHaveCount(0)
})

test('filters, order and columns', async ({ app }) => {
  const accelerators = await opened(app)
  await expect(accelerators.count()).toHaveText('47 accelerators')
  await accelerators.filter('Maker', 'AMD')
  await accelerators.filter('From', '2024')
  await accelerators.filter('Computes in', '4 bits')
  await expect(accelerators.count()).toHaveText('2 of 47 accelerators')
  expect(await accelerators.names()).toEqual(['AMD Instinct MI355X', 'AMD Instinct MI455X'])
  await app.window.getByRole('button', { name: 'Clear filters' }).click()
  await accelerators.find('h100 nvidia')
  await expect(accelerators.rows()).toHaveCount(3)
  await accelerators.find('no such thing')
  await expect(app.window.getByText('No entry is left by these filters.')).toBeVisible()
  await accelerators.find('')

  await accelerators.sortBy('Memory bandwidth')
  const [fastest] = await accelerators.names()
  expect(fastest).toContain('WSE-3')
  await app.window.getByRole('button', { name: 'Columns' }).click()
  await app.window.getByRole('checkbox', { name: 'Status' }).press('Space')
  await app.window.keyboard.press('Escape')
  await expect(accelerators.table().getByRole('columnheader', { name: 'Status' })).toBeAttached()
})

test('every figure is told with source, date and confidence, and rows are read by arrow keys', async ({ app }) => {
  const accelerators = await opened(app)
  await accelerators.select(H100)
  await expect(accelerators.detail()).toContainText('3,350 GB/s')
  await expect(accelerators.detail()).toContainText('confidence: high, 2026-08-21')
  await expect(accelerators.detail()).toContainText('price of May 2026')
  await app.window.keyboard.press('ArrowDown')
  await expect(accelerators.detail().getByRole('heading', { level: 3 })).toHaveText('NVIDIA H100 PCIe 80 GB')
  await app.window.keyboard.press('Home')
  await app.window.keyboard.press('ArrowUp')
  await expect(accelerators.detail().getByRole('heading', { level: 3 })).toHaveText('NVIDIA V100 SXM 16 GB')
})

test('three are compared as bars and as a table, with ratios to the first', async ({ app }) => {
  const accelerators = await opened(app)
  const comparison = await accelerators.compare(H100, 'NVIDIA H200 SXM 141 GB', 'AMD Instinct MI300X')
  await expect(comparison).toContainText(`Ratios are to ${H100}.`)
  const bandwidth = comparison.getByRole('figure').filter({ hasText: /^Memory bandwidth GB\/s/ })
  await expect(bandwidth.getByRole('listitem')).toHaveText([/3,350/, /4,800.*×1\.43/, /5,300.*×1\.58/])
  await comparison.getByText('Table', { exact: true }).click()
  await expect(comparison.getByRole('row', { name: /^Memory bandwidth GB\/s/ })).toContainText('×1.43')
  await comparison.getByRole('button', { name: 'Back to the list' }).click()
  await expect(accelerators.table()).toBeVisible()
})

test('the change log brings back any state, and a deletion is undone', async ({ app }) => {
  const accelerators = await opened(app)
  await accelerators.copyAtPrice(H100, MINE, '1.73')
  await accelerators.detail().getByRole('button', { name: 'Edit' }).click()
  await accelerators.field('Price').first().fill('2.5')
  await accelerators.save(MINE)
  await expect(accelerators.changes()).toHaveCount(2)
  await expect(accelerators.changes().first()).toContainText('List price: 1.73 USD per hour → 2.50 USD per hour')
  await accelerators.changes().last().getByRole('button', { name: 'Restore this state' }).click()
  await expect(accelerators.row(MINE)).toContainText('$1.73')
  await expect(accelerators.changes()).toHaveCount(3)

  await accelerators.detail().getByRole('button', { name: 'Delete' }).click()
  await expect(accelerators.row(MINE)).toHaveCount(0)
  await app.window.getByRole('button', { name: 'Undo', exact: true }).last().click()
  await expect(accelerators.row(MINE)).toContainText('$1.73')
  await accelerators.select(MINE)
  await accelerators.detail().getByRole('button', { name: 'Delete' }).click()
  await expect(accelerators.row(MINE)).toHaveCount(0)

  const again = new Accelerators((await app.relaunch()).window)
  await again.open()
  await again.page.getByRole('button', { name: 'Deleted entries' }).click()
  await again.page.getByRole('menuitem', { name: `Restore ${MINE}` }).click()
  await expect(again.row(MINE)).toContainText('$1.73')
})

test('an accelerator is made from nothing', async ({ app }) => {
  const accelerators = await opened(app)
  await app.window.getByRole('button', { name: 'New accelerator' }).click()
  await expect(accelerators.saveButton()).toBeDisabled()
  const fields = {
    Name: 'Our chip',
    Maker: 'Us',
    '16-bit peak': '800',
    Memory: '96',
    'Memory bandwidth': '4000',
    'Scale-up link': '300',
    'Scale-up domain': '8',
    'Scale-up technology': 'UALink',
    Price: '1.5',
  }
  for (const [name, text] of Object.entries(fields)) await accelerators.field(name).first().fill(text)
  await accelerators.save('Our chip')
  await expect(accelerators.row('Our chip')).toContainText('4,000')
  await expect(accelerators.detail()).toContainText('own figure (')
})

for (const colorScheme of ['light', 'dark'] as const)
  test(`the page is free of violations, ${colorScheme}`, async ({ app }) => {
    await app.window.emulateMedia({ colorScheme })
    const accelerators = await opened(app)
    await accelerators.select(H100)
    expect(await violations(app.window)).toEqual([])
    await accelerators.copy(H100)
    await accelerators.priceKind('owned')
    expect(await violations(app.window)).toEqual([])
    await accelerators.compare(H100, 'AMD Instinct MI300X')
    expect(await violations(app.window)).toEqual([])
  })
