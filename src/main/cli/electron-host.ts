import { app } from 'electron'
import { createUtilityCompute } from '../compute/utility-compute.ts'
import { sqliteBinding } from '../sqlite-binding.ts'
import type { CommandHost } from './command-host.ts'
import { endQuietlyWhenOutputCloses, processHost } from './process-host.ts'

/** Commands inside Electron: utility processes search, and a PDF can be printed. The app must be ready. */
export function electronHost(): CommandHost {
  endQuietlyWhenOutputCloses()
  return {
    ...processHost,
    programName: 'paretoscope',
    version: app.getVersion(),
    sqliteBinding: sqliteBinding(app.isPackaged, process.env),
    createCompute: (workers) => createUtilityCompute(workers === undefined ? {} : { workers }),
    electron: null,
    async printReport(parts) {
      const { createReportPdf } = await import('../report/report-pdf.ts')
      return createReportPdf({ ...parts, version: app.getVersion(), now: processHost.now() })
    },
    async drawPngs(pictures, scale) {
      const { drawPngs } = await import('../report/draw-pngs.ts')
      return drawPngs(pictures, scale)
    },
    fontCss: async () => (await import('../report/report-font.ts')).reportFontCss(),
  }
}
