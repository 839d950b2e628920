import { claimTools } from '../../shared/claims/claim-tools.ts'
import { claimOf } from '../../shared/claims/claims.ts'
import type { Compute } from '../compute/compute.ts'
import type { CatalogStore } from '../storage/catalog-store.ts'
import type { CallHandlers } from './handle-calls.ts'
import type { RunningJobs } from './running-jobs.ts'

export interface ClaimsHandlerParts {
  readonly compute: Pick<Compute, 'frontier'>
  readonly catalog: Pick<CatalogStore, 'catalog'>
  readonly jobs: RunningJobs
}

/** Calls that compute claims, with the person's own entries among those that can be asked about. */
export const claimsHandlers = ({ compute, catalog, jobs }: ClaimsHandlerParts) =>
  ({
    'claims.compute': ({ job, claim, inputs }, { id, send }) =>
      jobs.run(id, job, async (signal) =>
        claimOf(claim).compute(
          inputs,
          claimTools(
            catalog.catalog(),
            (setup) => compute.frontier(setup, { signal }),
            (done, total) => send('claims.progress', { job, done, total }),
          ),
        ),
      ),
  }) satisfies Partial<CallHandlers>
