import type { Catalog } from '../../shared/catalog/builtin.ts'
import { mergeCatalogs } from '../../shared/catalog/merge-catalogs.ts'
import { quantitiesOf, type ChartPicture } from '../../shared/report/chart-picture.ts'
import type { TableData } from '../../shared/report/table-data.ts'
import { tableCsv } from '../../shared/report/table-text.ts'
import type { Compute } from '../compute/compute.ts'
import { writeAt } from '../files/write-at.ts'
import type { PngScale } from '../report/draw-pngs.ts'
import { createReportHtml } from '../report/html-report.ts'
import { pictureSvg, type DrawnPicture } from '../report/picture-svg.ts'
import { tableHtml } from '../report/table-html.ts'
import type { SettingsStore } from '../storage/settings-store.ts'
import type { FileDialogs } from '../window/file-dialogs.ts'
import type { CallHandlers } from './handle-calls.ts'

export interface OutputHandlerParts {
  readonly dialogs: Pick<FileDialogs, 'placeOutput'>
  readonly catalog: { catalog(): Catalog }
  readonly compute: Compute
  readonly settings: Pick<SettingsStore, 'get'>
  readonly drawPngs: (pictures: readonly DrawnPicture[], scale: PngScale) => Promise<Uint8Array<ArrayBuffer>[]>
  readonly copyImage: (png: Uint8Array<ArrayBuffer>) => Promise<void>
  readonly fontCss: () => string
  readonly version: string
  readonly now: () => number
}

const TABLE_FILES: Readonly<Record<'csv' | 'xlsx' | 'html', (table: TableData) => string | Promise<Uint8Array>>> = {
  csv: tableCsv,
  // Read when first asked for: most starts never write a workbook.
  xlsx: async (table) => (await import('../report/table-xlsx.ts')).tablesXlsx([table]),
  html: tableHtml,
}

/** Twice the pixels: sharp on the screens of today, and not yet large. */
const COPIED_SCALE = 2

const pictureName = (picture: ChartPicture): string =>
  `${picture.subject}, ${quantitiesOf(picture).title.toLowerCase()}`

/** Calls that take charts, tables and reports out of the app: to places chosen in a dialog of ours, or the clipboard. */
export const outputHandlers = (parts: OutputHandlerParts) => {
  const { dialogs, catalog, compute, settings, drawPngs, copyImage, fontCss, version, now } = parts
  const pngOf = async (picture: ChartPicture, scale: PngScale): Promise<Uint8Array<ArrayBuffer>> =>
    (await drawPngs([pictureSvg(picture, fontCss())], scale))[0]!
  return {
    'table.save': async ({ table, as }) => {
      const chosen = await dialogs.placeOutput(`${table.subject}, ${table.title.toLowerCase()}`, as)
      return chosen === null ? null : writeAt(chosen, await TABLE_FILES[as](table))
    },
    'picture.save': async (asked) => {
      const { picture } = asked
      const name = asked.as === 'png' && asked.scale > 1 ? `@${asked.scale}x` : ''
      const chosen = await dialogs.placeOutput(`${pictureName(picture)}${name}`, asked.as)
      if (chosen === null) return null
      return writeAt(chosen, asked.as === 'svg' ? pictureSvg(picture).svg : await pngOf(picture, asked.scale))
    },
    'picture.copy': async (picture) => copyImage(await pngOf(picture, COPIED_SCALE)),
    'report.saveHtml': async (scenario) => {
      const chosen = await dialogs.placeOutput(scenario.name, 'html')
      if (chosen === null) return null
      const page = await createReportHtml({
        scenario,
        catalog: mergeCatalogs(catalog.catalog(), scenario),
        compute,
        settings: settings.get('report'),
        version,
        now: new Date(now()),
        fontCss: fontCss(),
      })
      return writeAt(chosen, page)
    },
  } satisfies Partial<CallHandlers>
}
