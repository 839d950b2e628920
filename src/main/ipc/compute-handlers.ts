import { mergeCatalogs } from '../../shared/catalog/merge-catalogs.ts'
import { searchSetup } from '../../shared/scenario/search-setup.ts'
import { searchOf } from '../../shared/search/search.ts'
import { bandOfSeries } from '../compute/band-of-series.ts'
import type { Compute } from '../compute/compute.ts'
import type { Sensitivities } from '../compute/sensitivities.ts'
import type { CatalogStore } from '../storage/catalog-store.ts'
import type { CallHandlers } from './handle-calls.ts'
import type { RunningJobs } from './running-jobs.ts'

export interface ComputeHandlerParts {
  readonly compute: Compute
  readonly sensitivities: Sensitivities
  readonly catalog: CatalogStore
  readonly jobs: RunningJobs
}

export const computeHandlers = ({ compute, sensitivities, catalog, jobs }: ComputeHandlerParts) =>
  ({
    'frontier.compute': ({ job, series, catalog: broughtAlong }, { id, send }) => {
      const setup = searchSetup(series, mergeCatalogs(catalog.catalog(), broughtAlong))
      return jobs.run(id, job, (signal) =>
        compute.frontier(setup, {
          signal,
          onProgress: (done, total) => send('frontier.progress', { job, done, total }),
        }),
      )
    },
    'frontier.space': ({ series, catalog: broughtAlong }) => {
      const { rows, gridPoints } = searchOf(searchSetup(series, mergeCatalogs(catalog.catalog(), broughtAlong))).size()
      return { rows, gridPoints }
    },
    'frontier.sensitivity': ({ job, series, catalog: broughtAlong }, { id }) => {
      const setup = searchSetup(series, mergeCatalogs(catalog.catalog(), broughtAlong))
      return jobs.run(id, job, (signal) => sensitivities(setup, signal))
    },
    'frontier.band': ({ job, series, catalog: broughtAlong }, { id, send }) => {
      const merged = mergeCatalogs(catalog.catalog(), broughtAlong)
      return jobs.run(id, job, (signal) =>
        bandOfSeries(series, merged, compute, {
          signal,
          onProgress: (done, total) => send('frontier.progress', { job, done, total }),
        }),
      )
    },
    'frontier.cancel': (job) => jobs.cancel(job),
  }) satisfies Partial<CallHandlers>
