import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { BUILT_IN_CATALOG } from '../src/shared/catalog/builtin.ts'
import { layoutProblem } from '../src/shared/model/standard/layout-problem.ts'
import { STANDARD_CONSTANTS } from '../src/shared/model/standard/constants.ts'
import { decodeInputs } from '../src/shared/validation/predict-decode.ts'
import { SHIPPED_MEASUREMENTS } from '../src/shared/validation/shipped-rows.ts'
import { validate } from '../src/shared/validation/validate-rows.ts'
import { validationPage } from '../src/shared/validation/validation-page.ts'
import { validationSvgs } from '../src/main/report/validation-svg.ts'

const validation = validate(SHIPPED_MEASUREMENTS, BUILT_IN_CATALOG, 'calibrated')
const decodes = validation.decode!
const allReduces = validation.allReduce!

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
    const problems = SHIPPED_MEASUREMENTS.decode!.flatMap((row) => {
      const input = decodeInputs(row, BUILT_IN_CATALOG, STANDARD_CONSTANTS.calibrated)
      return 'why' in input ? [] : (layoutProblem(input.setup, input.layout, input.batch) ?? [])
    })
    expect(problems).toEqual([])
  })

  it('have their figures and charts in docs, as `npm run validate -- --docs docs --force` writes them', () => {
    const read = (name: string) =>
      readFileSync(new URL(`../docs/${name}`, import.meta.url), 'utf8').replaceAll('\r\n', '\n')
    const charts = validationSvgs(validation)
    expect(read('validation.md')).toBe(validationPage(validation, charts))
    for (const { name, svg } of charts) expect(read(`validation/${name}.svg`)).toBe(svg)
  })

  it('name a source for every row', () => {
    expect([...decodes.rows, ...allReduces.rows].filter(({ source }) => source === '')).toEqual([])
  })
})
