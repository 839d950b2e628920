import { expect, it } from 'vitest'
import { findFrontier } from '../../../test/find-frontier.ts'
import { BUILT_IN_CATALOG } from '../../shared/catalog/builtin.ts'
import { CancelledError } from '../compute/cancelled-error.ts'
import type { FrontierOptions } from '../compute/compute.ts'
import type { SearchSetup } from '../../shared/search/search.ts'
import type { Caller } from '../window/app-windows.ts'
import { claimsHandlers } from './claims-handlers.ts'
import { createRunningJobs } from './running-jobs.ts'

const jobs = createRunningJobs()
const told: unknown[] = []
const caller = { id: 1, send: (...event: unknown[]) => void told.push(event) } as Caller

const handlersOf = (
  frontier: (setup: SearchSetup, options?: FrontierOptions) => Promise<ReturnType<typeof findFrontier>>,
) =>
  claimsHandlers({
    compute: { frontier },
    catalog: {
      catalog: () => ({
        ...BUILT_IN_CATALOG,
        models: { ...BUILT_IN_CATALOG.models, mine: BUILT_IN_CATALOG.models['paper/Llama_3_8B']! },
      }),
    },
    jobs,
  })['claims.compute']

it('computes a claim of a model of one’s own, and tells how far it is', async () => {
  const compute = handlersOf(async (setup) => findFrontier(setup))
  const result = await compute({ job: 'a', claim: 'precision', inputs: { model: 'mine' } }, caller)
  expect(result.inputs).toEqual({ model: 'mine', accelerator: 'paper/H100' })
  expect(told.at(-1)).toEqual(['claims.progress', { job: 'a', done: 3, total: 3 }])
})

it('ends when the job is cancelled', async () => {
  const compute = handlersOf(
    (_, options) =>
      new Promise((_resolve, reject) => {
        options!.signal!.addEventListener('abort', () => reject(new CancelledError()))
      }),
  )
  const running = compute({ job: 'b', claim: 'precision', inputs: {} }, caller)
  jobs.cancel('b')
  await expect(running).rejects.toThrow(CancelledError)
})

it.each<[string, unknown, string]>([
  ['mine', {}, 'claim: is "mine"; expected one of'],
  ['precision', { model: 3 }, 'model: is 3; expected an id'],
  ['precision', null, 'expected an object'],
  ['pipelining', { slow: 0 }, 'slow: is 0; expected a number from 0.1 to 1000'],
])('refuses %s of %j', async (claim, inputs, message) => {
  const compute = handlersOf(async (setup) => findFrontier(setup))
  await expect(compute({ job: 'c', claim, inputs }, caller)).rejects.toThrow(message)
})
