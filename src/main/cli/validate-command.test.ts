import { describe, expect, it } from 'vitest'
import { runOn } from '../../../test/fake-host.ts'

const decode = {
  id: 'a',
  source: 'a log',
  engine: 'vLLM',
  model: 'Llama-3.3-70B',
  hardware: 'H100-SXM',
  precision: 'fp8',
  tp: 4,
  mode: 'static-batch',
  batchOrConcurrency: 8,
  meanContext: 1000,
  tpotMs: 12,
}
const allReduce = {
  source: 'a log',
  hardware: 'H100-SXM',
  nGpus: 8,
  nNodes: 1,
  op: 'all_reduce',
  bytes: 16384,
  microseconds: 6,
  impl: 'NCCL',
}
const files = {
  'd/decode-points.json': JSON.stringify([decode, { ...decode, model: 'Some-Other' }]),
  'd/all-reduce.json': JSON.stringify([allReduce]),
}

interface Answer {
  readonly decode: { readonly coverage: unknown; readonly rows: readonly { readonly error: number }[] } | null
  readonly allReduce: { readonly coverage: unknown } | null
}
const validate = async (...argv: string[]): Promise<Answer> =>
  JSON.parse((await runOn(files, ['validate', ...argv, '--json'])).out) as Answer

describe('validate', () => {
  it('reads what a folder has, and says why a row is not predicted', async () => {
    const { decode: decodes, allReduce: reduces } = await validate('d')
    expect(decodes?.coverage).toEqual({
      attempted: 2,
      predicted: 1,
      notPredicted: [{ why: 'model not in the catalog: Some-Other', rows: 1 }],
    })
    expect(reduces?.coverage).toMatchObject({ predicted: 1 })
  })

  it('reads one file of either form', async () => {
    expect((await validate('d/decode-points.json')).allReduce).toBeNull()
    expect((await validate('d/all-reduce.json')).decode).toBeNull()
  })

  it('reads CSV with the same columns', async () => {
    const csv = `${Object.keys(decode).join(',')}\n${Object.values(decode).join(',')}\n`
    const run = await runOn({ 'mine.csv': csv }, ['validate', 'mine.csv', '--json'])
    const { decode: found } = JSON.parse(run.out) as Answer
    expect(found!.rows[0]).toEqual((await validate('d')).decode!.rows[0])
  })

  it('predicts with the constants it is given', async () => {
    const errorWith = async (set: string) =>
      (await validate('d/decode-points.json', '--constants', set)).decode!.rows[0]!.error
    expect(await errorWith('physics')).toBeLessThan(await errorWith('calibrated'))
  })

  it('prints tables for people', async () => {
    const { exitCode, out } = await runOn(files, ['validate', 'd'])
    expect(exitCode).toBe(0)
    for (const words of [
      '## Decode time per token',
      '1 of 2 rows',
      '| calibrated',
      '| Model',
      '| Worst rows',
      '## All-reduce',
    ])
      expect(out).toContain(words)
  })

  it.each([
    ['[]', 3, /expected a list of decode times/],
    [JSON.stringify([{ ...decode, tp: 0 }]), 3, /\[0\]\.tp: is 0; expected at least 1/],
  ])('says what is wrong with %s', async (text, code, words) => {
    const run = await runOn({ 'f.json': text }, ['validate', 'f.json'])
    expect(run.exitCode).toBe(code)
    expect(run.error).toMatch(words)
  })

  it('tells where a CSV file is wrong by line and column', async () => {
    const csv = `${Object.keys(decode).join(',')}\n\n${Object.values({ ...decode, tp: 'two' }).join(',')}\n`
    const run = await runOn({ 'mine.csv': csv }, ['validate', 'mine.csv'])
    expect(run.exitCode).toBe(3)
    expect(run.error).toMatch(/mine\.csv: line 3, column tp: is "two"; expected a whole number/)
  })

  it('takes the rows of the app where no place is given', async () => {
    expect((await validate()).decode?.coverage).toMatchObject({ attempted: 201 })
  })

  it('writes a page with its charts, and replaces nothing unless forced', async () => {
    const argv = ['validate', 'd', '--docs', 'out']
    const { exitCode, files: written } = await runOn(files, argv)
    expect(exitCode).toBe(0)
    expect(written.get('out/validation.md')).toContain('(validation/error-by-regime.svg)')
    expect(written.get('out/validation/error-by-regime.svg')).toMatch(/^<svg .*dense, tensor parallel, decode-heavy/s)
    const mine = { ...files, 'out/validation/error-by-regime.svg': 'mine' }
    const refused = await runOn(mine, argv)
    expect(refused.exitCode).toBe(2)
    expect(refused.error).toMatch(/already exists; use --force to replace it/)
    expect(refused.files.has('out/validation.md')).toBe(false)
    expect((await runOn(mine, [...argv, '--force'])).files.get('out/validation/error-by-regime.svg')).toMatch(/^<svg/)
  })

  it('refuses constants it does not know', async () => {
    expect((await runOn(files, ['validate', 'd', '--constants', 'mine'])).exitCode).toBe(2)
  })
})
