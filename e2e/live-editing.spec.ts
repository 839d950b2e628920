import { expect, test } from './fixtures/app.ts'
import { Workspace } from './pages/workspace.ts'

test('a number follows arrow keys, wheel and slider; what was done in one go is undone in one', async ({ app }) => {
  const workspace = new Workspace(app.window)
  await workspace.computed(3)
  await workspace.edit('70B 16-bit')
  const context = workspace.field('Context')
  const chart = workspace.panel('All frontiers')
  const before = await chart.getAttribute('aria-label')

  await context.fill('2000')
  await context.press('ArrowUp')
  await expect(context).toHaveValue('2100')
  await context.press('Shift+ArrowUp')
  await expect(context).toHaveValue('3000')
  await context.hover()
  await app.window.mouse.wheel(0, 100)
  await expect(context).toHaveValue('2900')
  await expect(chart).not.toHaveAttribute('aria-label', before!)

  const slider = app.window.getByRole('slider', { name: 'Context, slider' })
  await slider.focus()
  await slider.press('End')
  await expect(context).toHaveValue('1000000')
  await app.window.getByRole('button', { name: 'Undo' }).click()
  await expect(context).toHaveValue('0')
  await workspace.computed(3)
  await expect(chart).toHaveAttribute('aria-label', before!)
})

test('the chart shows new inputs before the full search is done, and ends at its result', async ({ app }) => {
  const workspace = new Workspace(app.window)
  await workspace.computed(3)
  const preferred = await workspace.chosenPoint('70B 8-bit', 'preferred')
  await workspace.edit('70B 8-bit')
  await workspace.field('Context').fill('30000')
  await workspace.field('Context').fill('0')
  await workspace.computed(3)
  // Computed before, so that it comes from memory: the full search's result to the last digit.
  expect(await workspace.chosenPoint('70B 8-bit', 'preferred')).toBe(preferred)
})

test('axes stay where they are while the pointer is over the chart', async ({ app }) => {
  const workspace = new Workspace(app.window)
  await workspace.computed(3)
  await workspace.edit('70B 16-bit')
  const chart = workspace.panel('All frontiers')
  const plot = (await chart.boundingBox())!
  await app.window.mouse.move(plot.x + plot.width / 2, plot.y + plot.height / 2)
  const readout = app.window.getByText(/^At [\d.]+ tokens\/s$/)
  const at = await readout.textContent()
  await workspace.field('Price').focus()
  await app.window.keyboard.press('Shift+ArrowUp')
  await app.window.keyboard.press('Shift+ArrowUp')
  await workspace.computed(3)
  await app.window.mouse.move(plot.x + plot.width / 2, plot.y + plot.height / 2 + 1)
  expect(await readout.textContent()).toBe(at)
})

test('the window answers while frontiers are computed', async ({ app }) => {
  const workspace = new Workspace(app.window)
  await workspace.computed(3)
  await app.window.evaluate(() => {
    const longest = { ms: 0 }
    Object.assign(globalThis, { longest })
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) longest.ms = Math.max(longest.ms, duration)
    }).observe({ entryTypes: ['longtask'] })
  })
  await workspace.edit('70B 8-bit')
  for (let i = 0; i < 20; i++) await workspace.field('Context').press('ArrowUp')
  await workspace.computed(3)
  const longest = await app.window.evaluate(() => (globalThis as unknown as { longest: { ms: number } }).longest.ms)
  // Nothing is computed here: what is left is drawing, a frame or a few even on a machine that is busy computing.
  expect(longest).toBeLessThan(200)
})
