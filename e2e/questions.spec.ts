import { expect, test, type App } from './fixtures/app.ts'
import { violations } from './fixtures/violations.ts'
import { chooseCommand } from './pages/app-menu.ts'
import { Questions } from './pages/questions.ts'
import { Workspace } from './pages/workspace.ts'

const TITLES = [
  'How many GPUs does a load need?',
  'At what price does another accelerator break even?',
  'Which accelerator is cheapest at which speed?',
  'How large a model fits an API’s price and speed?',
  'What memory bandwidth would a chip need?',
  'Own, rent or use an API?',
]

async function opened({ window }: App): Promise<Questions> {
  await new Workspace(window).computed(3)
  const questions = new Questions(window)
  await questions.open()
  return questions
}

for (const colorScheme of ['light', 'dark'] as const)
  test(`each question has its answer, chart, table and assumptions, free of violations, ${colorScheme}`, async ({
    app,
  }) => {
    test.slow()
    await app.window.emulateMedia({ colorScheme })
    const questions = await opened(app)
    expect(await questions.list().allInnerTexts()).toEqual(TITLES)
    for (const title of TITLES) {
      await questions.ask(title)
      await expect(questions.sentence()).toContainText(/\d.*\.$/)
      const main = app.window.getByRole('main', { name: 'Questions' })
      await expect(main.getByRole('table').first()).toBeVisible()
      await expect(main.locator('canvas')).toBeVisible()
      await expect(main.getByRole('region', { name: 'Assumptions' }).getByRole('listitem')).not.toHaveCount(0)
      expect(await violations(app.window)).toEqual([])
    }
  })

test('the answer follows its inputs, by keys alone', async ({ app }) => {
  const questions = await opened(app)
  await questions.ask(TITLES[0]!)
  const gpus = async () => Number.parseInt(await questions.sentence().innerText())
  const before = await gpus()
  await questions.number('Load').focus()
  await app.window.keyboard.press('ControlOrMeta+A')
  await app.window.keyboard.type('100K')
  await expect.poll(gpus).toBeGreaterThan(4 * before)
  await expect(questions.sentence()).toContainText('100,000 tokens/s')
  await app.window.keyboard.press('Tab')
  await app.window.keyboard.press('Tab')
  await expect(questions.number('Speed for each user')).toBeFocused()
  await app.window.keyboard.press('ControlOrMeta+A')
  await app.window.keyboard.type('5000')
  await expect(questions.sentence()).toContainText(/reaches .* tokens\/s at most, not 5,000 tokens\/s/)
  await app.window.keyboard.press('ControlOrMeta+A')
  await app.window.keyboard.type('fast')
  await expect(questions.inputs().getByText('not a number')).toBeVisible()
  await expect(questions.sentence()).toContainText('not 5,000 tokens/s')
})

test('what cannot be answered is said where it is asked, and the last answer stays', async ({ app }) => {
  const questions = await opened(app)
  await questions.ask(TITLES[3]!)
  const before = await questions.sentence().innerText()
  await questions.pick('Model', 'DeepSeek-V3')
  await expect(app.window.getByRole('alert')).toContainText('latent attention has ranks')
  await expect(questions.sentence()).toHaveText(before)
  await questions.pick('Model', 'Llama 3.1 8B')
  await expect(app.window.getByRole('alert')).toHaveCount(0)
  await expect(questions.sentence()).toContainText('shaped like Llama 3.1 8B')
})

test('accelerators are ticked and left out', async ({ app }) => {
  const questions = await opened(app)
  await questions.ask(TITLES[2]!)
  const strip = app.window.getByRole('img', { name: /^Cheapest by speed: / })
  await expect(strip).toHaveAttribute('aria-label', /MI355X from/)
  await questions
    .inputs()
    .getByRole('button', { name: /^Accelerators/ })
    .press('Enter')
  await questions.inputs().getByRole('checkbox', { name: 'AMD Instinct MI355X' }).press('Space')
  await expect(strip).not.toHaveAttribute('aria-label', /MI355X/)
  await expect(questions.answer()).toContainText('Left out: A100 SXM 80 GB')
})

test('the comparison behind an answer opens, computes the same and can be edited', async ({ app }) => {
  const questions = await opened(app)
  await chooseCommand(app, 'show-overlay')
  await chooseCommand(app, 'show-questions')
  await questions.ask(TITLES[1]!)
  await questions.answer().getByRole('button', { name: 'Open the comparison' }).click()
  const workspace = new Workspace(app.window)
  await workspace.computed(2)
  await app.window.getByRole('textbox', { name: 'Speed asked for' }).fill('50')
  await expect(app.window.getByTestId('answer')).toContainText('0 %')
  await workspace.edit('B200 (HGX)')
  await expect(app.window.getByRole('textbox', { name: 'Price', exact: true })).not.toHaveValue('')
})
