import type { ElectronApplication, Page } from '@playwright/test'
import { withApp } from '../e2e/fixtures/with-app.ts'
import { Workspace } from '../e2e/pages/workspace.ts'

/** Time from frame to frame while a person does something for a while. */
export interface FrameTimes {
  readonly what: string
  readonly frames: number
  readonly medianMs: number
  /** Nineteen of twenty are at most this long. */
  readonly mostMs: number
  readonly worstMs: number
}

const SERIES = 12
const STEPS = 120

/** Twelve frontiers on the full grid in the real app: the cursor moved, the wheel turned, in one chart and in twelve. */
export const measureFrameTimes = (log: (text: string) => void): Promise<FrameTimes[]> =>
  withApp(log, ({ electronApp, window }) => measureIn(electronApp, window))

async function measureIn(electronApp: ElectronApplication, window: Page): Promise<FrameTimes[]> {
  await electronApp.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.setContentSize(1920, 1200))
  const workspace = new Workspace(window)
  await workspace.computed(3)
  const dialog = await workspace.vary('70B 8-bit', 'Context')
  const contexts = Array.from({ length: SERIES - 3 }, (_, i) => 1000 * 2 ** i)
  await dialog.getByRole('textbox', { name: 'Values', exact: true }).fill(contexts.join(', '))
  await dialog.getByRole('button', { name: `Add ${contexts.length} series` }).click()
  await workspace.computed(SERIES)

  const moved = () => overChart(window, 'All frontiers', async (x, y) => window.mouse.move(x, y))
  const turned = () =>
    overChart(window, 'All frontiers', async (x, y, step) => {
      await window.mouse.move(x, y)
      await window.mouse.wheel(0, step % 40 < 20 ? -60 : 60)
    })
  const rows = [
    await watched(window, 'one chart, cursor moved', moved),
    await watched(window, 'one chart, zoomed by wheel', turned),
  ]
  await window.keyboard.press('0')
  await workspace.show('Side by side')
  const first = '70B 16-bit'
  await workspace.panel(first).waitFor()
  rows.push(
    await watched(window, `${SERIES} panels, cursor moved`, () =>
      overChart(window, first, async (x, y) => window.mouse.move(x, y)),
    ),
  )
  return rows
}

/** Goes to and fro over a chart. */
async function overChart(window: Page, label: string, act: (x: number, y: number, step: number) => Promise<void>) {
  const { x, y, width, height } = (await new Workspace(window).panel(label).boundingBox())!
  for (let step = 0; step < STEPS; step++) {
    const across = 0.2 + 0.6 * Math.abs(((step / 60) % 2) - 1)
    await act(x + width * across, y + height / 2, step)
  }
}

async function watched(window: Page, what: string, work: () => Promise<void>): Promise<FrameTimes> {
  await window.evaluate(() => {
    const times: number[] = []
    let last = performance.now()
    const look = (now: number) => {
      times.push(now - last)
      last = now
      if ('frameTimes' in window) requestAnimationFrame(look)
    }
    Object.assign(window, { frameTimes: times })
    requestAnimationFrame(look)
  })
  await work()
  const times = await window.evaluate(() => {
    const { frameTimes } = window as unknown as { frameTimes: number[] }
    delete (window as unknown as { frameTimes?: number[] }).frameTimes
    return frameTimes.slice(1).toSorted((a, b) => a - b)
  })
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(share * times.length))]!
  return { what, frames: times.length, medianMs: at(0.5), mostMs: at(0.95), worstMs: at(1) }
}
