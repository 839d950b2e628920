import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ElectronApplication, Page } from '@playwright/test'
import type * as Electron from 'electron'
import { withApp } from '../e2e/fixtures/with-app.ts'
import { BUILT_IN_CATALOG } from '../src/shared/catalog/builtin.ts'
import type { Bridge } from '../src/shared/contract/contract.ts'
import { USUAL_REPORT } from '../src/shared/report/report-settings.ts'
import { newScenario, seriesOf, type Scenario } from '../src/shared/scenario/scenario.ts'
import { searchSetup } from '../src/shared/scenario/search-setup.ts'
import { measure, type Measurement } from './measure.ts'

const RUNS = 5
const SERIES = 12
const OBSERVED_SETS = 11

export interface ReportBench {
  readonly series: number
  readonly pages: number
  readonly megabytes: number
  /** Frontiers, report, PDF: what a person waits for who never saw the comparison. Timed once. */
  readonly firstMs: number
  /** The same with the frontiers known, as they are once the window shows them. */
  readonly report: Measurement
  /** As many pages of plain text, printed by the same Chromium in the same run. */
  readonly plain: Measurement
  /** How many times longer than the plain pages the report takes. */
  readonly timesLonger: number
}

/** Twelve deployments of models and accelerators of their own, read at twelve speeds and costs, with observed points. */
function longReport(): Scenario {
  const accelerators = Object.keys(BUILT_IN_CATALOG.accelerators)
  const models = Object.keys(BUILT_IN_CATALOG.models)
  const series = models.flatMap((model, i) => {
    const one = seriesOf({
      name: `Deployment ${i + 1}`,
      model,
      accelerator: accelerators[(i * 7) % accelerators.length]!,
      rules: 'standard',
      pipeline: false,
      contextTokens: 1000 + 500 * i,
      notes: `As the team for series ${i + 1} asked for it.`,
    })
    try {
      searchSetup(one, BUILT_IN_CATALOG)
      return [one]
    } catch {
      // Of the paper, or one that the standard rules do not compute.
      return []
    }
  })
  const ofEach = (from: number, to: number) =>
    Array.from({ length: SERIES }, (_, i) => Math.round(from * (to / from) ** (i / (SERIES - 1)) * 100) / 100)
  return {
    ...newScenario('A report of twelve series', series.slice(0, SERIES)),
    notes: 'Every paragraph says what was agreed, and with whom.\n\n'.repeat(40),
    readings: {
      speedWeight: 3,
      speeds: ofEach(5, 150),
      costs: ofEach(0.1, 40),
      columns: ['fastest', 'preferred', 'cheapest', 'sure', 'setup'],
    },
    observed: Array.from({ length: OBSERVED_SETS }, (_, set) => ({
      name: `Offers ${set + 1}`,
      source: 'made for this measurement',
      date: '2026-11',
      model: null,
      accelerator: null,
      usdPerGpuHour: null,
      hidden: false,
      points: Array.from({ length: 40 }, (__, i) => ({
        name: `provider ${i + 1}`,
        tokensPerSecond: 10 + 3 * i,
        usdPerMillionTokens: 0.2 + 0.1 * i,
        tokensPerSecondPerGpu: null,
        note: '',
      })),
    })),
  }
}

/** A long report in the real app, from the wish for it to the file. */
export const measureReport = (log: (text: string) => void): Promise<ReportBench> =>
  withApp(log, async ({ electronApp, window }) => {
    const folder = mkdtempSync(join(tmpdir(), 'paretoscope-report-'))
    try {
      return await measureIn(electronApp, window, join(folder, 'report.pdf'))
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })

async function measureIn(electronApp: ElectronApplication, page: Page, path: string): Promise<ReportBench> {
  await electronApp.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
  }, path)
  const scenario = longReport()
  const save = async () => {
    const reply = await page.evaluate(
      (asked) => (globalThis as unknown as { paretoscope: Bridge }).paretoscope.invoke('report.savePdf', asked),
      { job: 'bench', scenario, settings: USUAL_REPORT },
    )
    if (!reply.ok) throw new Error(reply.message)
  }
  const first = await measure(1, save)
  const report = await measure(RUNS, save)
  const pdf = readFileSync(path)
  const pages = pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0
  const plain = await measure(RUNS, () => electronApp.evaluate(printPlainPages, pages))
  return {
    series: scenario.series.length,
    pages,
    megabytes: pdf.length / 1e6,
    firstMs: first.medianMs,
    report,
    plain,
    timesLonger: report.medianMs / plain.medianMs,
  }
}

/** Runs in the main process: so many pages of text, each of sixty lines, in a window that is as hidden as a report's. */
async function printPlainPages({ BrowserWindow }: typeof Electron, pages: number): Promise<void> {
  const line = '<p style="margin:0;font:11px/15px monospace">Speed against cost of serving language models.</p>'
  const page = `<div style="break-after:page">${line.repeat(60)}</div>`
  const window = new BrowserWindow({ show: false, webPreferences: { sandbox: true, javascript: false } })
  try {
    await window.loadURL(`data:text/html,${encodeURIComponent(page.repeat(pages))}`)
    await window.webContents.printToPDF({ generateTaggedPDF: true, generateDocumentOutline: true })
  } finally {
    window.destroy()
  }
}
