import { kill } from 'node:process'
import type { ElectronApplication } from '@playwright/test'
import { expect, test } from './fixtures/app.ts'
import { Workspace } from './pages/workspace.ts'

const workerIds = (electronApp: ElectronApplication): Promise<number[]> =>
  electronApp.evaluate(({ app }) =>
    app
      .getAppMetrics()
      .filter((metric) => metric.serviceName === 'paretoscope-compute' || metric.name === 'paretoscope-compute')
      .map((metric) => metric.pid),
  )

test('a worker killed in the middle of a job is replaced, and the result is the same', async ({ app }) => {
  const workspace = new Workspace(app.window)
  await workspace.computed(3)
  const before = await workspace.chosenPoint('70B 16-bit', 'preferred')
  await workspace.openGallery('All models on H100')
  await expect(app.window.getByRole('progressbar', { name: 'Search' })).toBeVisible()
  const [first] = await workerIds(app.electronApp)
  expect(first).toBeGreaterThan(0)
  kill(first!, 'SIGKILL')
  await workspace.computed(5)
  expect(await workspace.chosenPoint('Llama 3 70B 16-bit', 'preferred')).toBe(before)
  expect(await workerIds(app.electronApp)).not.toContain(first)
})

test('a job whose workers die again and again fails with a clear message, and can be tried again', async ({ app }) => {
  const workspace = new Workspace(app.window)
  await workspace.computed(3)
  await workspace.openGallery('Speculative decoding')
  const failed = app.window.getByRole('button', { name: 'Try again' })
  await expect(async () => {
    for (const id of await workerIds(app.electronApp)) kill(id, 'SIGKILL')
    await expect(failed).toBeVisible({ timeout: 50 })
  }).toPass({ timeout: 40_000, intervals: [20] })
  await expect(app.window.getByText(/stopped|crashed|ended/).first()).toBeVisible()
  await failed.click()
  await workspace.computed(4)
})
