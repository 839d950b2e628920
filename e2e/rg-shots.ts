import { withApp } from './fixtures/with-app.ts'
import { RangesPart } from './pages/ranges.ts'
import { Workspace } from './pages/workspace.ts'
await withApp(console.log, async ({ electronApp, window }) => {
  const w = new Workspace(window)
  const r = new RangesPart(window)
  const size = (s: readonly [number, number]) =>
    electronApp.evaluate(({ BrowserWindow }, [a, b]) => {
      BrowserWindow.getAllWindows()[0]!.setContentSize(a, b)
    }, s)
  const theme = (t: 'light' | 'dark') =>
    electronApp.evaluate(({ nativeTheme }, source) => {
      nativeTheme.themeSource = source
    }, t)
  const shot = async (name: string) => {
    for (const t of ['light', 'dark'] as const) {
      await theme(t)
      await window.waitForTimeout(400)
      await window.screenshot({ path: `/tmp/rg-${name}-${t}.png` })
    }
  }
  await size([1280, 800])
  await w.openGallery('Which GPU for Llama 3.3 70B?')
  await w.computed(4)
  await w.edit('H100')
  await r.open()
  await r.button('Usual ranges').click()
  await r.sampled(1)
  await window.mouse.move(500, 300)
  await shot('editor')
  await size([1920, 1200])
  await shot('editor-large')
  await size([1280, 800])
  await window.getByRole('radiogroup', { name: 'Inspector' }).getByText('Point').click()
  await r.width().scrollIntoViewIfNeeded()
  await window.mouse.move(450, 300)
  await shot('width')
  for (const s of ['H200', 'B200', 'MI300X']) {
    try {
      await w.edit(s)
    } catch {
      continue
    }
    if (!(await r.button('By constant').isVisible())) await r.open()
    await r.button('By constant').click()
  }
  await window.waitForTimeout(12000)
  await size([1920, 1200])
  await window.getByRole('radiogroup', { name: 'Inspector' }).getByText('Point').click()
  await window.mouse.move(600, 400)
  await shot('many')
  await w.show('Side by side')
  await window.waitForTimeout(500)
  await shot('side')
  await w.show('Table')
  await window.waitForTimeout(500)
  await shot('table')
})
