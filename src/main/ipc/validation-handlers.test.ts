import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { BUILT_IN_CATALOG } from '../../shared/catalog/builtin.ts'
import { validationHandlers } from './validation-handlers.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'paretoscope-validation-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

const choosing = (path: string | null) =>
  validationHandlers({
    dialogs: { chooseMeasurements: () => Promise.resolve(path) },
    catalog: { catalog: () => BUILT_IN_CATALOG },
  })

test('the measurements of the app are compared with both sets of constants', async () => {
  const { calibrated, physics } = await choosing(null)['validation.report']()
  expect(calibrated.decode).toMatchObject({ constants: 'calibrated', coverage: { attempted: 201, predicted: 191 } })
  expect(physics.allReduce).toMatchObject({ constants: 'physics', coverage: { attempted: 1010 } })
})

test('a chosen CSV file is compared; none chosen gives nothing', async () => {
  const path = join(folder, 'mine.csv')
  writeFileSync(
    path,
    'engine,model,hardware,precision,tp,mode,batchOrConcurrency,tpotMs\nvLLM,Llama-3.3-70B,H200-SXM,fp8,4,disagg,8,11\n',
  )
  const opened = await choosing(path)['validation.openCsv']()
  expect(opened).toMatchObject({
    fileName: 'mine.csv',
    validations: { physics: { decode: { coverage: { predicted: 1 } }, allReduce: null } },
  })
  expect(await choosing(null)['validation.openCsv']()).toBeNull()
})

test('a bad CSV file is refused with its line and column', async () => {
  const path = join(folder, 'bad.csv')
  writeFileSync(path, 'engine,model,hardware,precision,tp,mode,batchOrConcurrency,tpotMs\nvLLM,M,H,fp8,4,agg,8,fast\n')
  await expect(choosing(path)['validation.openCsv']()).rejects.toThrow(
    'bad.csv: line 2, column tpotMs: is "fast"; expected a number',
  )
})
