import { expect, test, type App } from './fixtures/app.ts'
import { chooseCommand } from './pages/app-menu.ts'
import { Workspace } from './pages/workspace.ts'

/** Opens a window by what `ask` does and waits for its page. */
async function newWindow(app: App, ask: () => Promise<unknown>): Promise<Workspace> {
  const [page] = await Promise.all([app.electronApp.waitForEvent('window'), ask()])
  const workspace = new Workspace(page)
  await expect(workspace.title()).toBeVisible()
  return workspace
}

test('two windows work side by side: each has its own comparison, and one sees what the other saves', async ({
  app,
}) => {
  const first = new Workspace(app.window)
  await first.computed(3)
  const second = await newWindow(app, () => chooseCommand(app, 'new-window'))
  await second.openGallery('All models on H100')
  await second.computed(5)
  await expect(first.title()).toHaveValue('Llama 3 70B by precision')
  await second.title().fill('From the second window')
  await second.title().press('Enter')
  await expect(first.savedScenario('From the second window')).toBeVisible()
})

test('a scenario is open in one window only, and the other says where', async ({ app }) => {
  const first = new Workspace(app.window)
  await first.computed(3)
  await first.title().fill('Shared')
  await first.title().press('Enter')
  const second = await newWindow(app, () => chooseCommand(app, 'new-window'))
  await second.savedScenario('Shared').click()
  await expect(second.page.getByText('open in another window')).toBeVisible()
  await expect(second.title()).toHaveValue('Llama 3 70B by precision')
  await first.openGallery('All models on H100')
  await second.savedScenario('Shared').click()
  await expect(second.title()).toHaveValue('Shared')
})

test('a scenario opens in a window of its own, and all windows come back after a crash', async ({ app }) => {
  const first = new Workspace(app.window)
  await first.computed(3)
  await first.title().fill('Kept')
  await first.title().press('Enter')
  await first.openGallery('All models on H100')
  await app.window.getByRole('list', { name: 'Saved scenarios' }).getByRole('listitem').hover()
  const second = await newWindow(app, () => first.command('Kept', 'Open in a new window'))
  await expect(second.title()).toHaveValue('Kept')
  const again = await app.crash()
  await expect.poll(() => again.electronApp.windows().length).toBe(2)
  const titles = (): Promise<string[]> =>
    Promise.all(again.electronApp.windows().map((page) => new Workspace(page).title().inputValue()))
  await expect.poll(async () => (await titles()).toSorted()).toEqual(['Kept', 'Llama 3 70B by precision'])
})
