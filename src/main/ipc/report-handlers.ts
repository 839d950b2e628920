import { mergeCatalogs } from '../../shared/catalog/merge-catalogs.ts'
import { withOwnEntries } from '../../shared/scenario/with-own-entries.ts'
import type { Scenario } from '../../shared/scenario/scenario.ts'
import type { Compute } from '../compute/compute.ts'
import { writeAt } from '../files/write-at.ts'
import type { ReportPreviews } from '../report/report-previews.ts'
import type { ReportRequest } from '../report/report-pdf.ts'
import type { CatalogStore } from '../storage/catalog-store.ts'
import type { SettingsStore } from '../storage/settings-store.ts'
import type { TemplateStore } from '../storage/template-store.ts'
import type { FileDialogs } from '../window/file-dialogs.ts'
import type { CallHandlers } from './handle-calls.ts'
import { ownEntries } from '../library/own-entries.ts'
import type { RunningJobs } from './running-jobs.ts'

export interface ReportHandlerParts {
  readonly dialogs: Pick<FileDialogs, 'placePdf'>
  readonly catalog: Pick<CatalogStore, 'catalog' | 'list'>
  readonly compute: Compute
  readonly jobs: RunningJobs
  readonly settings: SettingsStore
  readonly templates: TemplateStore
  readonly previews: ReportPreviews
  readonly createPdf: (request: ReportRequest) => Promise<Uint8Array>
  readonly version: string
  readonly now: () => number
}

/** The PDF report: seen before it is printed, printed with progress, and its templates. */
export const reportHandlers = (parts: ReportHandlerParts) => {
  const { dialogs, catalog, compute, jobs, settings: remembered, templates, previews, createPdf, version, now } = parts
  const requestFor = (scenario: Scenario) => ({
    // As the scenario file would be: what it is computed with travels along.
    scenario: withOwnEntries(scenario, ownEntries(catalog)),
    catalog: mergeCatalogs(catalog.catalog(), scenario),
    compute,
    version,
    now: new Date(now()),
  })
  return {
    'report.start': () => ({ settings: remembered.get('report'), templates: templates.list() }),
    'report.preview': ({ job, scenario, settings }, { id }) => {
      remembered.remember('report', settings)
      return jobs.run(id, job, (signal) => previews.make(id, { ...requestFor(scenario), settings, signal }))
    },
    'report.savePdf': async ({ job, scenario, settings }, { id, send }) => {
      const place = await dialogs.placePdf(scenario.name)
      if (place === null) return null
      const pdf = await jobs.run(id, job, (signal) =>
        createPdf({
          ...requestFor(scenario),
          settings,
          signal,
          onProgress: (progress) => send('report.progress', { job, ...progress }),
        }),
      )
      return writeAt(place, pdf)
    },
    'report.cancel': (job) => jobs.cancel(job),
    'report.saveTemplate': ({ id, name, settings }) => templates.save(id, name, settings),
    'report.renameTemplate': ({ id, name }) => templates.rename(id, name),
    'report.deleteTemplate': (id) => templates.delete(id),
  } satisfies Partial<CallHandlers>
}
