import { answerQuestion } from '../../shared/questions/answer-question.ts'
import type { Compute } from '../compute/compute.ts'
import type { CatalogStore } from '../storage/catalog-store.ts'
import type { CallHandlers } from './handle-calls.ts'
import type { RunningJobs } from './running-jobs.ts'

export interface QuestionsHandlerParts {
  readonly compute: Pick<Compute, 'frontier' | 'throughputs'>
  readonly catalog: Pick<CatalogStore, 'catalog'>
  readonly jobs: RunningJobs
}

/** Questions, answered with the searches that comparisons are made of. */
export const questionsHandlers = ({ compute, catalog, jobs }: QuestionsHandlerParts) =>
  ({
    'questions.answer': ({ job, asked }, { id, send }) =>
      jobs.run(id, job, async (signal) => {
        const { SHIPPED_OBSERVED_SETS } = await import('../../shared/observed/shipped-sets.ts')
        return answerQuestion(asked, {
          catalog: catalog.catalog(),
          observed: SHIPPED_OBSERVED_SETS,
          frontier: (setup) => compute.frontier(setup, { signal }),
          throughputs: (setup, speeds) => compute.throughputs(setup, speeds, { signal }),
          onProgress: (done, total) => send('questions.progress', { job, done, total }),
        })
      }),
  }) satisfies Partial<CallHandlers>
