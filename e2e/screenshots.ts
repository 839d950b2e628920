// Entry of `npm run screenshots`: the pictures in docs/screenshots, from the real app with real data.
import { mkdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { withApp } from './fixtures/with-app.ts'
import { expect } from './fixtures/app.ts'
import type { RunningApp } from './fixtures/launch-app.ts'
import { ChipDesign } from './pages/chip-design.ts'
import { ClaimsPage } from './pages/claims.ts'
import { RangesPart } from './pages/ranges.ts'
import { Workspace } from './pages/workspace.ts'

const folder = resolve(import.meta.dirname, '../docs/screenshots')
const SMALL = [1280, 800] as const
const LARGE = [1920, 1200] as const
const QUESTION = 'Which GPU for Llama 3.3 70B?'

interface Picture {
  readonly name: string
  readonly size: readonly [width: number, height: number]
  /** Brings the window to what is to be seen. */
  readonly show: (workspace: Workspace) => Promise<void>
}

const explore = (workspace: Workspace, page: string): Promise<void> =>
  workspace.page.getByRole('list', { name: 'Explore' }).getByRole('button', { name: page }).click()

const PICTURES: readonly Picture[] = [
  { name: 'overlay', size: SMALL, show: (workspace) => workspace.computed(3) },
  { name: 'side-by-side', size: LARGE, show: (workspace) => workspace.show('Side by side') },
  {
    name: 'which-gpu',
    size: SMALL,
    async show(workspace) {
      await workspace.show('Overlay')
      await workspace.openGallery(QUESTION)
      await workspace.computed(4)
    },
  },
  { name: 'inputs', size: LARGE, show: (workspace) => workspace.edit('H100') },
  {
    name: 'tour-answer',
    size: SMALL,
    async show(workspace) {
      await workspace.openGallery('Llama 3.1 405B: which GPU?')
      await workspace.computed(5)
      await workspace.page.getByRole('textbox', { name: 'Speed asked for' }).fill('60')
    },
  },
  {
    name: 'tour-why',
    size: LARGE,
    async show(workspace) {
      await workspace.page.getByTestId('answer').getByRole('button').first().click()
      await workspace.page.getByText(/^Scale-up links/).waitFor()
    },
  },
  { name: 'validate', size: LARGE, show: (workspace) => workspace.show('Validate') },
  {
    name: 'ranges',
    size: LARGE,
    async show(workspace) {
      await workspace.show('Overlay')
      await workspace.openGallery(QUESTION)
      await workspace.computed(4)
      const ranges = new RangesPart(workspace.page)
      for (const [at, name] of ['H100', 'B200'].entries()) {
        await workspace.edit(name)
        await ranges.open()
        await ranges.button('Usual ranges').click()
        await ranges.sampled(at + 1)
      }
      await workspace.page.getByRole('radio', { name: 'Point' }).press('Space')
    },
  },
  {
    name: 'claims',
    size: LARGE,
    async show(workspace) {
      const claims = new ClaimsPage(workspace.page)
      await claims.open()
      await claims.look('Speed grows as the cube root of HBM bandwidth')
      await expect(claims.verdict()).toContainText('holds', { timeout: 60_000 })
    },
  },
  {
    name: 'questions',
    size: LARGE,
    async show(workspace) {
      await explore(workspace, 'Questions')
      await workspace.page.getByRole('button', { name: 'Which accelerator is cheapest at which speed?' }).click()
      await workspace.page.getByRole('button', { name: 'Open the comparison' }).waitFor({ timeout: 60_000 })
    },
  },
  {
    name: 'chip-design',
    size: LARGE,
    async show(workspace) {
      const chip = new ChipDesign(workspace.page)
      await explore(workspace, 'Chip design')
      await chip.figure('HBM bandwidth').fill('5000')
      await workspace.page
        .getByText(/% below/)
        .first()
        .waitFor({ timeout: 60_000 })
    },
  },
]

async function take({ electronApp, window }: RunningApp, { name, size, show }: Picture): Promise<void> {
  await electronApp.evaluate(({ BrowserWindow }, [width, height]) => {
    BrowserWindow.getAllWindows()[0]!.setContentSize(width, height)
  }, size)
  await show(new Workspace(window))
  for (const theme of ['light', 'dark'] as const) {
    await electronApp.evaluate(({ nativeTheme }, source) => {
      nativeTheme.themeSource = source
    }, theme)
    // Two frames: the style of the theme, then the charts in its colours.
    await window.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))))
    await window.mouse.move(size[0] / 2, size[1] - 4)
    await window.screenshot({ path: resolve(folder, `${name}-${theme}.png`), animations: 'disabled' })
    console.log(`docs/screenshots/${name}-${theme}.png`)
  }
}

mkdirSync(folder, { recursive: true })
await withApp(
  (text) => console.error(text),
  async (app) => {
    for (const picture of PICTURES) await take(app, picture)
  },
)
