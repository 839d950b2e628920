import { join } from 'node:path'
import { expect, it } from 'vitest'
import { temporaryFolder } from '../../../tools/testing/temporary-folder.ts'
import { BUILT_IN_CATALOG } from '../../shared/catalog/builtin.ts'
import { STANDARD_CONSTANTS } from '../../shared/model/standard/constants.ts'
import { openStorage } from '../storage/storage.ts'
import { calibrationHandlers } from './calibration-handlers.ts'
import { createRunningJobs } from './running-jobs.ts'

function handlers() {
  const sent: [string, unknown][] = []
  const elsewhere: string[] = []
  const jobs = createRunningJobs()
  const storage = openStorage({ path: join(temporaryFolder(), 'data.sqlite'), now: () => 1, log: () => {} })
  const calls = calibrationHandlers({
    catalog: { catalog: () => BUILT_IN_CATALOG },
    constants: storage.constants,
    jobs,
    windows: { tellOthers: (_, name) => void elsewhere.push(name) },
  })
  const caller = { id: 1, send: (name: string, payload: unknown) => void sent.push([name, payload]) }
  return { calls, caller: caller as never, jobs, sent, elsewhere }
}

it('fits the rows of the app with progress, and reports every row with what was fitted', async () => {
  const { calls, caller, sent } = handlers()
  const { calibration, report } = await calls['calibration.fit'](
    { job: 'a', rows: null, constants: ['kernel-hopper'] },
    caller,
  )
  expect(report).toMatchObject({ constants: 'fitted', coverage: { attempted: 201, predicted: 191 } })
  const errors = report.rows.map(({ error }) => Math.abs(error))
  expect(errors.reduce((sum, error) => sum + error, 0) / errors.length).toBeCloseTo(
    calibration.fitted.meanAbsoluteError,
    9,
  )
  const shares = sent.map(([, payload]) => (payload as { share: number }).share)
  expect(new Set(shares).size).toBeGreaterThan(calibration.groups / 2)
  expect(shares).toEqual(shares.toSorted((a, b) => a - b))
  expect(shares[0]).toBe(0)
  expect(shares.at(-1)).toBeLessThan(1)
})

it('ends when it is cancelled', async () => {
  const { calls, caller, jobs, sent } = handlers()
  const fitting = calls['calibration.fit']({ job: 'b', rows: null, constants: ['kernel-hopper'] }, caller)
  jobs.cancel('b')
  await expect(fitting).rejects.toThrow('cancelled')
  expect(sent).toEqual([])
})

it('says what rows lack', async () => {
  const { calls, caller } = handlers()
  const fitting = calls['calibration.fit']({ job: 'c', rows: [], constants: ['kernel-hopper'] }, caller)
  await expect(fitting).rejects.toThrow('rows: has 0 that can be predicted')
})

it('keeps, renames and deletes sets, and tells every window', () => {
  const { calls, caller, sent, elsewhere } = handlers()
  const kept = calls['calibration.keep']({ name: 'A', notes: '', values: STANDARD_CONSTANTS.physics }, caller)
  calls['calibration.rename']({ id: kept.id, name: 'B' }, caller)
  expect(calls['calibration.list']()).toMatchObject([{ id: kept.id, name: 'B' }])
  calls['calibration.delete'](kept.id, caller)
  expect(calls['calibration.list']()).toEqual([])
  expect(sent.map(([name]) => name)).toEqual(Array(3).fill('calibration.changed'))
  expect(elsewhere).toEqual(Array(3).fill('calibration.changed'))
})
