import { expect, test } from './fixtures/app.ts'
import { violations } from './fixtures/violations.ts'
import { Readings } from './pages/readings.ts'
import { Workspace } from './pages/workspace.ts'

const NAMES = ['70B 16-bit', '70B 8-bit', '70B 4-bit']

test('one input is varied over a list and over a range, each family one step', async ({ app }) => {
  const workspace = new Workspace(app.window)
  await workspace.computed(3)
  const list = await workspace.vary('70B 8-bit', 'Context')
  await list.getByLabel('Values', { exact: true }).fill('0, 1K, 10K')
  await expect(list.getByRole('listitem')).toHaveText([
    '70B 8-bit, context 0 – there already',
    '70B 8-bit, context 1,000',
    '70B 8-bit, context 10K',
  ])
  await list.getByRole('button', { name: 'Add 2 series' }).click()
  await workspace.computed(5)
  expect(await workspace.order()).toEqual([
    '70B 16-bit',
    '70B 8-bit',
    '70B 8-bit, context 1,000',
    '70B 8-bit, context 10K',
    '70B 4-bit',
  ])
  await app.window.getByRole('button', { name: 'Undo', exact: true }).click()
  expect(await workspace.order()).toEqual(NAMES)

  const range = await workspace.vary('70B 16-bit', 'Price')
  await range.getByText('Range', { exact: true }).click()
  await range.getByRole('textbox', { name: 'From' }).fill('1')
  await range.getByRole('textbox', { name: 'To' }).fill('4')
  await range.getByRole('textbox', { name: 'Steps' }).fill('3')
  await range.getByRole('button', { name: 'Add 3 series' }).click()
  await workspace.computed(6)
  await expect(workspace.series('70B 16-bit, price $2.00')).toBeVisible()
})

test('a family over accelerators is ticked in a list', async ({ app }) => {
  const workspace = new Workspace(app.window)
  await workspace.openGallery('GPU generations, 70B')
  await workspace.computed(3)
  const dialog = await workspace.vary('H100', 'Accelerator')
  await dialog.getByLabel('Find values').fill('MI300X')
  await dialog
    .getByText(/MI300X/)
    .first()
    .click()
  await dialog.getByRole('button', { name: 'Add 1 series' }).click()
  await workspace.computed(4)
})

test('series are put in order by dragging and by keys, and the move is told', async ({ app }) => {
  const workspace = new Workspace(app.window)
  await workspace.computed(3)
  await workspace.series('70B 16-bit').focus()
  await app.window.keyboard.press('Alt+ArrowRight')
  expect(await workspace.order()).toEqual(['70B 8-bit', '70B 16-bit', '70B 4-bit'])
  await expect(app.window.getByTestId('moved')).toHaveText('70B 16-bit is now 2 of 3')
  await expect(workspace.series('70B 16-bit')).toBeFocused()
  await expect(workspace.series('70B 16-bit')).toContainText('baseline')
  await workspace.series('70B 4-bit').dragTo(workspace.series('70B 8-bit'), { targetPosition: { x: 4, y: 10 } })
  await expect.poll(() => workspace.order()).toEqual(['70B 4-bit', '70B 8-bit', '70B 16-bit'])
})

test('hidden series are neither drawn nor read; one is shown alone and all again', async ({ app }) => {
  const workspace = new Workspace(app.window)
  await workspace.computed(3)
  await app.window.getByRole('button', { name: 'Hide 70B 16-bit' }).click()
  await workspace.computed(2)
  await expect(workspace.series('70B 16-bit')).toContainText('hidden')
  await expect(workspace.series('70B 8-bit')).toContainText('baseline')
  await expect(workspace.panel('All frontiers')).not.toHaveAttribute('aria-label', /16-bit/)
  await workspace.command('70B 4-bit', 'Show only this')
  await workspace.computed(1)
  await expect(app.window.getByRole('button', { name: 'Hide 70B 4-bit' })).toBeHidden()
  await workspace.command('70B 4-bit', 'Show all series')
  await workspace.computed(3)
  await expect(workspace.series('70B 16-bit')).toContainText('baseline')
})

test('any series is the baseline, and what differs from it is marked', async ({ app }) => {
  const workspace = new Workspace(app.window)
  const readings = new Readings(app.window)
  await workspace.computed(3)
  await workspace.command('70B 4-bit', 'Make it the baseline')
  expect(await workspace.order()).toEqual(NAMES)
  expect(await readings.cell('70B 4-bit', 'Fastest')).toMatch(/base$/)
  expect(await readings.cell('70B 16-bit', 'Fastest')).toMatch(/−33 %$/)
  await workspace.edit('70B 4-bit')
  await expect(app.window.getByTestId('differs')).toBeHidden()
  await workspace.edit('70B 16-bit')
  await workspace.field('Context').fill('2000')
  await expect(app.window.getByTestId('differs')).toContainText('Other than the baseline, 70B 4-bit, in: model')
  await expect(app.window.getByText('baseline: 0 tokens')).toBeVisible()
})

test('colour, line and notes stay with a series through a restart', async ({ app }) => {
  const workspace = new Workspace(app.window)
  await workspace.computed(3)
  await workspace.edit('70B 8-bit')
  const colour = app.window.getByRole('radiogroup', { name: 'Colour' })
  await colour.getByTitle('gold').click()
  await app.window.getByRole('radiogroup', { name: 'Line' }).getByTitle('dotted').click()
  await app.window.getByRole('textbox', { name: 'Notes' }).fill('As quoted in May')
  const again = new Workspace((await app.relaunch()).window)
  await again.computed(3)
  await again.edit('70B 8-bit')
  await expect(again.page.getByRole('radio', { name: 'gold' })).toBeChecked()
  await expect(again.page.getByRole('radio', { name: 'dotted' })).toBeChecked()
  await expect(again.page.getByRole('textbox', { name: 'Notes' })).toHaveValue('As quoted in May')
})

test('the history names each step and goes to any', async ({ app }) => {
  const workspace = new Workspace(app.window)
  await workspace.computed(3)
  await workspace.edit('70B 8-bit')
  await workspace.field('Context').fill('2000')
  await workspace.command('70B 4-bit', 'Duplicate')
  await workspace.goTo('70B 8-bit: Context 2,000 tokens')
  expect(await workspace.order()).toEqual(NAMES)
  await workspace.goTo('Opened')
  await workspace.edit('70B 8-bit')
  await expect(workspace.field('Context')).toHaveValue('0')
  await workspace.goTo('Duplicate 70B 4-bit')
  expect(await workspace.order()).toHaveLength(4)
})

test('a killed app comes back with the last edit', async ({ app }) => {
  const workspace = new Workspace(app.window)
  await workspace.computed(3)
  await workspace.edit('70B 8-bit')
  await workspace.field('Context').fill('7000')
  await workspace.command('70B 4-bit', 'Hide')
  const again = new Workspace((await app.crash()).window)
  await again.computed(2)
  await expect(again.series('70B 4-bit')).toContainText('hidden')
  await again.edit('70B 8-bit')
  await expect(again.field('Context')).toHaveValue('7000')
  await again.field('Name').press('End')
  await again.field('Name').pressSequentially(' killed')
  await expect(again.series('70B 8-bit killed')).toBeVisible()
  const third = new Workspace((await app.crash()).window)
  await expect(third.series('70B 8-bit killed')).toBeVisible()
})

for (const colorScheme of ['light', 'dark'] as const)
  test(`the dialog and the history are free of violations, ${colorScheme}`, async ({ app }) => {
    const workspace = new Workspace(app.window)
    await app.window.emulateMedia({ colorScheme })
    await workspace.computed(3)
    await app.window.getByRole('button', { name: 'Hide 70B 4-bit' }).click()
    const dialog = await workspace.vary('70B 8-bit', 'Context')
    await dialog.getByLabel('Values', { exact: true }).fill('0, 1K')
    await expect(dialog.getByRole('listitem')).toHaveCount(2)
    expect(await violations(app.window, 'body')).toEqual([])
    await dialog.getByRole('button', { name: 'Cancel' }).click()
    await workspace.edit('70B 8-bit')
    await app.window.getByRole('button', { name: 'History' }).click()
    await expect(app.window.getByRole('menuitem', { name: 'Opened' })).toBeVisible()
    expect(await violations(app.window, '[role=menu]')).toEqual([])
  })
