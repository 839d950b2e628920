import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { BUILT_IN_CATALOG } from '../src/shared/catalog/builtin.ts'
import { parseInput } from '../src/shared/scenario/input-error.ts'
import { layoutProblem } from '../src/shared/model/standard/layout-problem.ts'
import { measuredAllReducesSchema } from '../src/shared/validation/measured-all-reduce.ts'
import { measuredDecodesSchema } from '../src/shared/validation/measured-decode.ts'
import { decodeInputs } from '../src/shared/validation/predict-decode.ts'
import { validationMarkdown } from '../src/shared/validation/validation-markdown.ts'
import { validateAllReduces, validateDecodes } from '../src/shared/validation/validation-report.ts'

const read = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`fixtures/measured/${name}`, import.meta.url), 'utf8'))
const rows = parseInput(measuredDecodesSchema, read('decode-points.json'))
const decodes = validateDecodes(rows, BUILT_IN_CATALOG, 'calibrated')
const allReduces = validateAllReduces(
  parseInput(measuredAllReducesSchema, read('all-reduce.json')),
  BUILT_IN_CATALOG,
  'calibrated',
)

describe('the standard rules against measurements', () => {
  it('predict every measured decode time but the ten left out', () => {
    expect(decodes.coverage).toEqual({
      attempted: 201,
      predicted: 191,
      notPredicted: [{ why: 'left out: DeepSeek on MI300X and MI325X in 2025 software', rows: 10 }],
    })
  })

  it('are within 9.5 % of them on average, with textbook constants within 10.5 %', () => {
    expect(decodes.overall.calibrated!.meanAbsoluteError).toBeLessThan(0.095)
    expect(decodes.overall.physics!.meanAbsoluteError).toBeLessThan(0.105)
  })

  it('lean neither way by much', () => {
    expect(Math.abs(decodes.overall.calibrated!.bias)).toBeLessThan(0.02)
  })

  it('predict every measured all-reduce, within 11 % on average', () => {
    expect(allReduces.coverage).toMatchObject({ attempted: 1010, predicted: 1010 })
    expect(allReduces.overall.calibrated!.meanAbsoluteError).toBeLessThan(0.11)
  })

  it('show the ten worst rows with what their time is made of', () => {
    expect(decodes.worst).toHaveLength(10)
    for (const { breakdown, predictedSeconds } of decodes.worst) {
      const sum = Object.values(breakdown!).reduce((total, seconds) => total + seconds, 0)
      expect(sum).toBeCloseTo(predictedSeconds, 12)
    }
  })

  it('find room in memory for every replica that was measured', () => {
    const problems = rows.flatMap((row) => {
      const input = decodeInputs(row, BUILT_IN_CATALOG, 'calibrated')
      return 'why' in input ? [] : (layoutProblem(input.setup, input.layout, input.batch) ?? [])
    })
    expect(problems).toEqual([])
  })

  it('have their figures in docs/validation.md', () => {
    const page = readFileSync(new URL('../docs/validation.md', import.meta.url), 'utf8').replaceAll('\r\n', '\n')
    expect(page).toContain(validationMarkdown('Decode time per token', decodes))
    expect(page).toContain(validationMarkdown('All-reduce', allReduces))
  })

  it('name a source for every row', () => {
    expect([...decodes.rows, ...allReduces.rows].filter(({ source }) => source === '')).toEqual([])
  })
})
