import { expect, test } from 'vitest'
import { createRunningJobs } from './running-jobs.ts'

const untilAborted = (signal: AbortSignal) =>
  new Promise<string>((resolve) => signal.addEventListener('abort', () => resolve('aborted')))

test('a job is cancelled by its name, the others go on', async () => {
  const jobs = createRunningJobs()
  const first = jobs.run(1, 'a', untilAborted)
  const second = jobs.run(2, 'b', untilAborted)
  jobs.cancel('a')
  jobs.cancel('unknown')
  expect(await first).toBe('aborted')
  jobs.cancelAll(1)
  jobs.cancelAll(2)
  expect(await second).toBe('aborted')
})

test('a name is free again once its job has ended, well or badly', async () => {
  const jobs = createRunningJobs()
  await expect(jobs.run(1, 'a', () => Promise.reject(new Error('no')))).rejects.toThrow('no')
  expect(await jobs.run(1, 'a', () => Promise.resolve(1))).toBe(1)
})

test('two running jobs cannot share a name', async () => {
  const jobs = createRunningJobs()
  const first = jobs.run(1, 'a', untilAborted)
  await expect(jobs.run(1, 'a', untilAborted)).rejects.toThrow('still running')
  jobs.cancel('a')
  expect(await first).toBe('aborted')
})
