import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeEach, expect, it } from 'vitest'
import { USUAL_REPORT } from '../../shared/report/report-settings.ts'
import { newScenario, seriesOf } from '../../shared/scenario/scenario.ts'
import { CancelledError } from '../compute/cancelled-error.ts'
import { createThreadCompute } from '../compute/thread-compute.ts'
import { createReportPreviews } from '../report/report-previews.ts'
import type { ReportRequest } from '../report/report-pdf.ts'
import { openStorage, type Storage } from '../storage/storage.ts'
import type { Caller } from '../window/app-windows.ts'
import { reportHandlers } from './report-handlers.ts'
import { createRunningJobs } from './running-jobs.ts'

const grid = { gpus: 12, batches: 12 }
const scenario = newScenario('Mine', [
  seriesOf({ name: 'a', model: 'paper/Llama_3_8B', accelerator: 'paper/H100', grid }),
])

afterAll(() => compute.close())

let folder: string
let storage: Storage
const compute = createThreadCompute({ workers: 1 })
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'paretoscope-reports-'))
  storage = openStorage({ path: join(folder, 'data.sqlite'), now: () => 1, log: () => {} })
})
afterEach(() => {
  storage.close()
  rmSync(folder, { recursive: true })
})

function handlers(
  createPdf: (request: ReportRequest) => Promise<Uint8Array>,
  path: string | null = join(folder, 'r.pdf'),
) {
  const previews = createReportPreviews('app://report-preview')
  const events: unknown[] = []
  const caller = { id: 7, send: (...event: unknown[]) => void events.push(event) } as Caller
  const calls = reportHandlers({
    dialogs: { placePdf: () => Promise.resolve(path === null ? null : { path, mayReplace: true }) },
    catalog: storage.catalog,
    compute,
    jobs: createRunningJobs(),
    settings: storage.settings,
    templates: storage.templates,
    previews,
    createPdf,
    version: '1.0.0',
    now: () => 0,
  })
  return { calls, caller, events, previews }
}
const never = () => Promise.reject(new Error('must not be asked for'))
const asked = (job: string, settings = USUAL_REPORT) => ({ job, scenario, settings })

it('writes the file that was chosen, and tells how far it is', async () => {
  const { calls, caller, events } = handlers(async ({ onProgress, now }) => {
    onProgress?.({ stage: 'printing', done: 0.7 })
    return new TextEncoder().encode(now.toISOString())
  })
  expect(await calls['report.savePdf'](asked('j'), caller)).toEqual({ fileName: 'r.pdf' })
  expect(readFileSync(join(folder, 'r.pdf'), 'utf8')).toBe('1970-01-01T00:00:00.000Z')
  expect(events).toEqual([['report.progress', { job: 'j', stage: 'printing', done: 0.7 }]])
})

it('makes nothing where no place is chosen, and writes nothing once cancelled', async () => {
  expect(await handlers(never, null).calls['report.savePdf'](asked('j'), { id: 7 } as Caller)).toBeNull()
  const { calls, caller } = handlers(
    ({ signal }) => new Promise((_, reject) => signal?.addEventListener('abort', () => reject(new CancelledError()))),
  )
  const writing = calls['report.savePdf'](asked('j'), caller)
  await Promise.resolve()
  calls['report.cancel']('j')
  await expect(writing).rejects.toThrow(CancelledError)
  expect(() => readFileSync(join(folder, 'r.pdf'))).toThrow('ENOENT')
})

it('shows a window its last reports, under a policy without scripts, and forgets it with the window', async () => {
  const { calls, caller, previews } = handlers(never)
  const first = await calls['report.preview'](asked('p1'), caller)
  const settings = { ...USUAL_REPORT, paper: 'letter' } as const
  const second = await calls['report.preview'](asked('p2', settings), caller)
  const answer = previews.respond(`${second}#summary`)
  expect(answer.headers.get('content-security-policy')).toMatch(
    /^default-src 'none';.*frame-ancestors app:\/\/paretoscope; sandbox$/,
  )
  expect(await answer.text()).toContain('215.9mm')
  expect(calls['report.start']().settings.paper).toBe('letter')
  await calls['report.preview'](asked('p3'), caller)
  expect(previews.respond(first).status).toBe(200)
  await calls['report.preview'](asked('p4'), caller)
  expect(previews.respond(first).status).toBe(404)
  previews.forget(7)
  expect(previews.respond(second).status).toBe(404)
})
