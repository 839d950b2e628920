import { expect, test } from './fixtures/app.ts'
import { Workspace } from './pages/workspace.ts'

// The path that the README's tour describes: change both together.
test('which GPU gives 60 tokens/s on Llama 405B cheapest, and why', async ({ app }) => {
  const workspace = new Workspace(app.window)
  await expect(app.window.getByText('A large dense model: eight GPUs set its speed limit')).toBeVisible()
  await workspace.openGallery('Llama 3.1 405B: which GPU?')
  await workspace.computed(5)
  await app.window.getByRole('textbox', { name: 'Speed asked for' }).fill('60')
  const answer = app.window.getByTestId('answer')
  await expect(answer).toContainText('GB200 NVL72')
  await expect(answer).toContainText('32 GPUs')
  await expect(answer).toContainText('next B200')

  await answer.getByRole('button').first().click()
  const inspector = app.window.getByRole('complementary', { name: 'Inspector' })
  await expect(inspector).toContainText('TP 32, 1 replica of 32 GPUs')
  await expect(inspector).toContainText(/All-reduce takes most/)
  await expect(inspector.getByText('Cost at this speed')).toBeVisible()
})
