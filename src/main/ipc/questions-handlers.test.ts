import { expect, it } from 'vitest'
import { findFrontier } from '../../../test/find-frontier.ts'
import { BUILT_IN_CATALOG } from '../../shared/catalog/builtin.ts'
import { USUAL_INPUTS } from '../../shared/questions/question-list.ts'
import { replicaThroughputs } from '../../shared/search/standard/replica-throughputs.ts'
import { CancelledError } from '../compute/cancelled-error.ts'
import type { Compute } from '../compute/compute.ts'
import { questionsHandlers } from './questions-handlers.ts'
import { createRunningJobs } from './running-jobs.ts'

const compute: Pick<Compute, 'frontier' | 'throughputs'> = {
  async frontier(setup, options) {
    if (options?.signal?.aborted === true) throw new CancelledError()
    return findFrontier(setup)
  },
  throughputs: async (setup, speeds) => speeds.map((speed) => replicaThroughputs(setup, speed)),
}

function calls() {
  const events: unknown[] = []
  const jobs = createRunningJobs()
  const handlers = questionsHandlers({ compute, catalog: { catalog: () => BUILT_IN_CATALOG }, jobs })
  return { jobs, events, handlers, caller: { id: 1, send: (...event: unknown[]) => events.push(event) } as never }
}

it('an answer is found by searches, and tells of them by the name of its job', async () => {
  const { handlers, events, caller } = calls()
  const asked = { id: 'memory-bandwidth', inputs: USUAL_INPUTS['memory-bandwidth'] } as const
  const answer = await handlers['questions.answer']({ job: 'q1', asked }, caller)
  expect(answer.figure?.unit).toBe('TB/s')
  const told = events as [string, { job: string; done: number; total: number }][]
  expect(told.every(([name, { job }]) => name === 'questions.progress' && job === 'q1')).toBe(true)
  const total = told[0]![1].total
  expect(told.map(([, { done }]) => done)).toEqual(Array.from({ length: total }, (_, i) => i + 1))
})

it('a job that is cancelled ends its searches', async () => {
  const { handlers, jobs, caller } = calls()
  const asked = { id: 'model-size', inputs: USUAL_INPUTS['model-size'] } as const
  const running = handlers['questions.answer']({ job: 'q2', asked }, caller)
  jobs.cancel('q2')
  await expect(running).rejects.toThrow(CancelledError)
})

it('a model that is in no catalog is named with its field', async () => {
  const { handlers, caller } = calls()
  const { deployment, ...inputs } = USUAL_INPUTS['least-gpus']
  const asked = { id: 'least-gpus', inputs: { ...inputs, deployment: { ...deployment, model: 'gpt-9' } } } as const
  await expect(handlers['questions.answer']({ job: 'q3', asked }, caller)).rejects.toThrow(
    /^deployment\.model: is "gpt-9"/,
  )
})
