import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createCompute } from '../../../test/folder-run.ts'
import { BUILT_IN_CATALOG } from '../../shared/catalog/builtin.ts'
import { picturePanel, type ChartPicture } from '../../shared/report/chart-picture.ts'
import { USUAL_REPORT } from '../../shared/report/report-settings.ts'
import { textColumn, type TableData } from '../../shared/report/table-data.ts'
import { newScenario, seriesOf } from '../../shared/scenario/scenario.ts'
import { outputHandlers, type OutputHandlerParts } from './output-handlers.ts'

const table: TableData = {
  subject: 'Precision',
  title: 'Readings',
  columns: [textColumn('series')],
  rows: [['<b>=1']],
  notes: [],
}
const picture: ChartPicture = {
  subject: 'Precision',
  theme: 'light',
  shows: { of: 'difference', difference: 'cost' },
  xScale: 'log',
  yScale: 'log',
  panels: [picturePanel({ name: null, bounds: { x: [1, 2], y: [1, 2] }, curves: [], observed: [], binding: null })],
  notes: [],
}

let folder: string
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'paretoscope-outputs-'))))
afterEach(() => rmSync(folder, { recursive: true }))

function calls(parts: Partial<OutputHandlerParts> = {}, chosen: string | null = 'chosen') {
  const placeOutput = vi.fn<OutputHandlerParts['dialogs']['placeOutput']>(async () =>
    chosen === null ? null : { path: join(folder, chosen), mayReplace: false },
  )
  const drawPngs = vi.fn<OutputHandlerParts['drawPngs']>(async (pictures) => pictures.map(() => Uint8Array.of(137)))
  const copyImage = vi.fn<OutputHandlerParts['copyImage']>(async () => {})
  const handlers = outputHandlers({
    dialogs: { placeOutput },
    catalog: { catalog: () => BUILT_IN_CATALOG },
    compute: createCompute(undefined),
    settings: { get: () => USUAL_REPORT },
    drawPngs,
    copyImage,
    fontCss: () => '@font-face{font-family:Inter}',
    version: '1.2.3',
    now: () => 0,
    ...parts,
  })
  return { handlers, placeOutput, drawPngs, copyImage }
}

const written = (name = 'chosen') => readFileSync(join(folder, name))

it('writes a table as what is asked for, where the dialog says', async () => {
  const { handlers, placeOutput } = calls()
  expect(await handlers['table.save']({ table, as: 'csv' })).toEqual({ fileName: 'chosen' })
  expect(placeOutput).toHaveBeenCalledWith('Precision, readings', 'csv')
  expect(written().toString()).toBe('series\r\n<b>=1\r\n')
  rmSync(join(folder, 'chosen'))
  await handlers['table.save']({ table, as: 'html' })
  expect(written().toString()).toContain('<td>&lt;b&gt;=1</td>')
  rmSync(join(folder, 'chosen'))
  await handlers['table.save']({ table, as: 'xlsx' })
  expect(written().subarray(0, 2).toString()).toBe('PK')
})

it('replaces nothing that the dialog did not agree to, and writes nothing without a place', async () => {
  writeFileSync(join(folder, 'chosen'), 'mine')
  const saving = calls().handlers['table.save']({ table, as: 'csv' })
  await expect(saving).rejects.toThrow('"chosen" already exists; choose that file in the dialog to replace it')
  expect(written().toString()).toBe('mine')
  const { handlers, drawPngs } = calls({}, null)
  expect(await handlers['picture.save']({ picture, as: 'png', scale: 3 })).toBeNull()
  expect(await handlers['report.saveHtml'](newScenario('x', []))).toBeNull()
  expect(drawPngs).not.toHaveBeenCalled()
})

it('draws a PNG at its scale from the SVG with its typeface, and names the scale', async () => {
  const { handlers, placeOutput, drawPngs, copyImage } = calls()
  await handlers['picture.save']({ picture, as: 'png', scale: 3 })
  expect(placeOutput).toHaveBeenCalledWith('Precision, cost at equal speed@3x', 'png')
  expect(drawPngs).toHaveBeenLastCalledWith([expect.objectContaining({ width: 960 })], 3)
  expect(drawPngs.mock.lastCall![0][0]!.svg).toContain('@font-face')
  expect([...written()]).toEqual([137])
  await handlers['picture.copy'](picture)
  expect(drawPngs.mock.lastCall![1]).toBe(2)
  expect(copyImage).toHaveBeenCalledWith(Uint8Array.of(137))
})

it('writes the report as a page that needs nothing from outside', async () => {
  const { handlers } = calls({}, 'report.html')
  const series = seriesOf({ name: 'small', model: 'paper/Llama_3_8B', accelerator: 'paper/H100' })
  const grid = { gpus: 6, batches: 6 }
  const hidden = { ...series, name: 'not shown', grid, hidden: true }
  await handlers['report.saveHtml'](newScenario('Mine', [{ ...series, grid }, hidden]))
  const page = written('report.html').toString()
  expect(page).toContain('Mine')
  expect(page).toContain('Paretoscope 1.2.3')
  expect(page).not.toContain('not shown')
  expect(page).not.toMatch(/(?:src|href)="(?!data:|#)/)
})
