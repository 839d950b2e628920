import { expect, test } from './fixtures/app.ts'
import { unreadable } from './fixtures/unreadable.ts'
import { ChipDesign } from './pages/chip-design.ts'
import { ClaimsPage } from './pages/claims.ts'
import { Questions } from './pages/questions.ts'
import { Workspace } from './pages/workspace.ts'

const SIZES = [
  [1280, 800],
  [1920, 1200],
] as const

for (const [width, height] of SIZES)
  test(`no text is cut off or covered and nothing sticks out, ${width} x ${height}`, async ({ app }) => {
    await app.electronApp.evaluate(
      ({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0]!.setContentSize(...size),
      [width, height] as [number, number],
    )
    const workspace = new Workspace(app.window)
    await workspace.computed(3)
    const readable = (where: string) => expect.poll(() => unreadable(app.window), { message: where }).toEqual([])
    await readable('Overlay')
    for (const view of ['Side by side', 'Difference', 'Table', 'Validate'] as const) {
      await workspace.show(view)
      await readable(view)
    }
    const claims = new ClaimsPage(app.window)
    await claims.open()
    await expect(claims.verdict()).toContainText('holds')
    await readable('Claims')
    await new Questions(app.window).open()
    await readable('Questions')
    await new ChipDesign(app.window).open()
    await readable('Chip design')
    await workspace.show('Overlay')
    await workspace.edit('70B 8-bit')
    await readable('Inputs')
  })
