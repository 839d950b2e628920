import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from './fixtures/app.ts'
import { violations } from './fixtures/violations.ts'
import { Observed } from './pages/observed.ts'
import { Workspace } from './pages/workspace.ts'

const QUESTION = 'Which GPU for Llama 3.3 70B?'
const MEASURED = 'Llama-3.3-70B FP8 on H200-SXM, TensorRT-LLM'

test('measured points that come with the app stand on the chart and in the table, priced, hidden, undone and kept', async ({
  app,
}) => {
  const workspace = new Workspace(app.window)
  const observed = new Observed(app.window)
  await workspace.openGallery(QUESTION)
  await workspace.computed(4)
  await observed.open()
  await observed.add(MEASURED)
  const price = app.window.getByRole('textbox', { name: `Price for ${MEASURED}` })
  await expect(price).toHaveValue('1.6')
  await observed.done()
  await expect(observed.legend()).toHaveText([MEASURED])

  await workspace.show('Table')
  await expect(observed.rows()).toHaveCount(22)
  const first = observed.rows().first()
  await expect(first).toContainText('H200')
  await expect(first).toContainText('2025-10-29')
  const before = await first.innerText()

  await workspace.show('Overlay')
  await observed.open()
  await price.fill('3.2')
  await observed.done()
  await workspace.show('Table')
  await expect(first).not.toHaveText(before)
  await app.window.getByRole('button', { name: 'Undo', exact: true }).click()
  expect(await first.innerText()).toBe(before)

  const again = await app.relaunch()
  const kept = new Observed(again.window)
  await expect(kept.legend()).toHaveText([MEASURED])
  await kept.open()
  await kept.dialog().getByText(MEASURED, { exact: true }).click()
  await kept.done()
  await expect(kept.legend()).toHaveCount(0)
  await again.window.getByRole('button', { name: 'Undo', exact: true }).click()
  await expect(kept.legend()).toHaveCount(1)
})

test('a point under the pointer says where it is from and how far the prediction is', async ({ app }) => {
  const workspace = new Workspace(app.window)
  const observed = new Observed(app.window)
  await workspace.openGallery(QUESTION)
  await workspace.computed(4)
  await observed.open()
  await observed.add(MEASURED)
  await observed.done()
  const plot = (await workspace.panel('All frontiers').boundingBox())!
  await expect(async () => {
    for (let y = plot.y + plot.height * 0.15; y < plot.y + plot.height * 0.9; y += 4)
      for (const across of [0.45, 0.55, 0.65, 0.72, 0.8]) {
        await app.window.mouse.move(plot.x + plot.width * across, y)
        if (await observed.readout().isVisible()) return
      }
    throw new Error('no observed point was met')
  }).toPass()
  await expect(observed.readout()).toContainText(/At this (speed|cost), H200 is predicted at .*%\./)
  await expect(observed.readout()).toContainText('aiconfigurator')
})

test('a file of one’s own is understood, its bad rows are told, and it can be dropped on the window', async ({
  app,
}) => {
  const workspace = new Workspace(app.window)
  const observed = new Observed(app.window)
  await workspace.openGallery(QUESTION)
  await workspace.computed(4)
  const text = 'Config;a;b;Remark\n"TP 4; c4";83,4;0,61;mine\nbroken;fast;3;x\n"TP 8";120,5;1,9;\n'
  const path = join(app.userData, 'mine.csv')
  await writeFile(path, text)
  await app.electronApp.evaluate(({ dialog }, filePath) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [filePath] })
  }, path)
  await observed.open()
  await app.window.getByRole('button', { name: 'Import CSV…' }).click()
  await expect(observed.dialog().getByRole('heading', { name: 'Import mine.csv' })).toBeVisible()
  const add = observed.dialog().getByRole('button', { name: /^Add \d+ points/ })
  await expect(add).toBeDisabled()
  await observed.mapColumn('Speed, tokens/s', 'a')
  await observed.mapColumn('Cost, \\$', 'b')
  await expect(observed.rejected()).toHaveText(['Line 3: a: is "fast"; expected a number above 0'])
  await app.window.getByRole('textbox', { name: 'Name of the set' }).fill('Our cluster')
  expect(await violations(app.window, '[role=dialog]')).toEqual([])
  await add.click()
  await observed.done()
  await expect(observed.legend()).toHaveText(['Our cluster'])

  await app.window.evaluate((dropped) => {
    const data = new DataTransfer()
    data.items.add(new File([dropped], 'dropped.csv'))
    window.dispatchEvent(new DragEvent('drop', { dataTransfer: data, cancelable: true }))
  }, 'name,tok/s,usd per M\nA,50,0.4\n')
  await expect(observed.dialog().getByRole('heading', { name: 'Import dropped.csv' })).toBeVisible()
  await add.click()
  await observed.done()
  await expect(observed.legend()).toHaveText(['Our cluster', 'dropped'])

  await app.window.evaluate(() => {
    const data = new DataTransfer()
    data.items.add(new File(['nothing'], 'empty.csv'))
    window.dispatchEvent(new DragEvent('drop', { dataTransfer: data, cancelable: true }))
  })
  await expect(app.window.getByText(/^empty.csv: holds no points/)).toBeVisible()
})

for (const colorScheme of ['light', 'dark'] as const)
  test(`observed points are free of violations, ${colorScheme}`, async ({ app }) => {
    const workspace = new Workspace(app.window)
    const observed = new Observed(app.window)
    await app.window.emulateMedia({ colorScheme })
    await workspace.openGallery(QUESTION)
    await workspace.computed(4)
    await observed.open()
    await observed.add(MEASURED)
    expect(await violations(app.window)).toEqual([])
    await observed.done()
    expect(await violations(app.window)).toEqual([])
    await workspace.show('Table')
    await expect(observed.rows()).toHaveCount(22)
    expect(await violations(app.window)).toEqual([])
  })
