import type { Catalog } from '../../catalog/builtin.ts'
import { STANDARD_CONSTANTS, type StandardConstants } from '../../model/standard/constants.ts'
import { StandardPass } from '../../model/standard/standard-pass.ts'
import { replicaPlan } from '../../model/standard/standard-setup.ts'
import { InputError } from '../../scenario/input-error.ts'
import { errorSummary } from '../error-summary.ts'
import type { MeasuredDecode } from '../measured-decode.ts'
import { acceleratorIdOf, modelIdOf } from '../measured-names.ts'
import { decodeInputs, type DecodeInputs } from '../predict-decode.ts'
import type { Calibration, FittedValue } from './calibration.ts'
import { determined, isTelling } from './determined.ts'
import { FITTED_CONSTANTS, logsOf, withLogs, type FittedConstant, type FittedConstantId } from './fitted-constants.ts'
import { groupsLeftOut, intervalOf, LEAST_FOR_INTERVAL } from './jackknife.ts'
import { FROM_NEARBY, robustFit, sensitivities, type FitProblem } from './robust-fit.ts'

/** Rows for each constant that is fitted, and at least; with fewer the constants would follow each row. */
const ROWS_PER_CONSTANT = 5
const LEAST_ROWS = 8

/** Where a fit begins, and what a constant keeps that is not fitted. */
const START = STANDARD_CONSTANTS.calibrated

interface UsedRow {
  readonly input: DecodeInputs
  readonly logMeasured: number
  readonly group: string
}

/** Rows of one source, model and accelerator have their errors in common. */
const groupOf = (row: MeasuredDecode): string =>
  JSON.stringify([row.source, modelIdOf(row.model), acceleratorIdOf(row.hardware)])

function usedRows(rows: readonly MeasuredDecode[], catalog: Catalog): UsedRow[] {
  return rows.flatMap((row) => {
    const input = decodeInputs(row, catalog, START)
    return 'why' in input ? [] : [{ input, logMeasured: Math.log(row.tpotMs / 1e3), group: groupOf(row) }]
  })
}

const logSeconds = ({ setup, layout, batch }: DecodeInputs, constants: StandardConstants): number =>
  Math.log(new StandardPass(replicaPlan({ ...setup, constants }, layout)).seconds(batch))

const problemOf = (
  rows: readonly UsedRow[],
  chosen: readonly FittedConstant[],
  initial: readonly number[],
): FitProblem => ({
  measured: rows.map(({ logMeasured }) => logMeasured),
  predict(parameters) {
    const constants = withLogs(chosen, START, parameters)
    return (row) => logSeconds(rows[row]!.input, constants)
  },
  initial,
  least: chosen.map(({ least }) => Math.log(least)),
  most: chosen.map(({ most }) => Math.log(most)),
})

const summaryOf = (rows: readonly UsedRow[], constants: StandardConstants) =>
  errorSummary(rows.map(({ input, logMeasured }) => Math.exp(logSeconds(input, constants) - logMeasured) - 1))!

function refuseTooFew(rows: readonly UsedRow[], needed: number, what: string): void {
  if (rows.length >= needed) return
  const have = `has ${rows.length} that can be predicted; ${needed} are needed${what}`
  throw new InputError('rows', `${have}: add rows, or choose fewer constants`)
}

/** A fit whose every pause says how much of the whole is done. */
function* telling<T>(share: number, fit: Generator<void, T, void>): Generator<number, T, void> {
  for (;;) {
    const step = fit.next()
    if (step.done === true) return step.value
    yield share
  }
}

/**
 * Fits a few constants of the standard rules to measured decode times, the same for all rows: the logarithm of predicted over
 * measured, robustly, within bounds of physics. Intervals are 90 %, from fits that leave out one group of rows after another.
 * Yields the share that is done; a caller that does not go on has cancelled. Deterministic.
 * @throws InputError where there are too few rows for it, or none of the constants is determined by them
 */
export function* calibrate(
  measured: readonly MeasuredDecode[],
  catalog: Catalog,
  ids: readonly FittedConstantId[],
): Generator<number, Calibration, void> {
  const asked = FITTED_CONSTANTS.filter(({ id }) => ids.includes(id))
  const rows = usedRows(measured, catalog)
  if (asked.length === 0) throw new InputError('constants', 'is empty; choose at least one constant to fit')
  refuseTooFew(rows, LEAST_ROWS, '')
  const atStart = logsOf(asked, START)
  const moved = sensitivities(problemOf(rows, asked, atStart).predict, rows.length, atStart)
  const can = determined(
    asked.map(({ label }) => label),
    moved,
  )
  const chosen = asked.filter((_, at) => can[at]!.fits)
  if (chosen.length === 0)
    throw new InputError('rows', `determine none of the chosen constants: ${asked[0]!.label} ${whyNot(can[0]!)}`)
  refuseTooFew(rows, ROWS_PER_CONSTANT * chosen.length, ` for ${chosen.length} constants`)

  const fitted = yield* telling(0, robustFit(problemOf(rows, chosen, logsOf(chosen, START))))
  const { groups, by } = groupsLeftOut(rows.map(({ group }) => group))
  const without: number[][] = []
  for (const [at, group] of groups.entries()) {
    const share = (1 + at) / (1 + groups.length)
    const kept = rows.filter((_, row) => !group.includes(row))
    without.push(yield* telling(share, robustFit(problemOf(kept, chosen, fitted), FROM_NEARBY)))
  }

  const values = withLogs(chosen, START, fitted)
  const constants = asked.map((constant, at): FittedValue => {
    const { id, label, unit, perUnit, least, most, valueOf } = constant
    const place = chosen.indexOf(constant)
    const facts = {
      id,
      label,
      unit,
      perUnit,
      physics: valueOf(STANDARD_CONSTANTS.physics),
      calibrated: valueOf(STANDARD_CONSTANTS.calibrated),
      value: valueOf(values),
    }
    if (place === -1) return { ...facts, interval: null, note: `left as it is: ${whyNot(can[at]!)}` }
    const atBound = [least, most].find((bound) => Math.abs(Math.log(facts.value / bound)) < 1e-6)
    // The fit stays where it is without a group that says nothing of the constant, or without the only one that does.
    const informed = without.filter((_, group) => groups[group]!.some((row) => isTelling(moved[at]![row]!)))
    const isTold = informed.length >= LEAST_FOR_INTERVAL
    return {
      ...facts,
      interval: isTold
        ? intervalOf(
            fitted[place]!,
            informed.map((one) => one[place]!),
            constant,
          )
        : null,
      note:
        atBound !== undefined
          ? 'at the end of what is possible: something else is wrong with these rows'
          : isTold
            ? null
            : `no interval: ${informed.length} of the ${groups.length} groups of rows tell of it, ${LEAST_FOR_INTERVAL} are needed`,
    }
  })
  return {
    rows: rows.length,
    attempted: measured.length,
    groups: groups.length,
    groupedBy: by,
    constants,
    values,
    calibrated: summaryOf(rows, STANDARD_CONSTANTS.calibrated),
    physics: summaryOf(rows, STANDARD_CONSTANTS.physics),
    fitted: summaryOf(rows, values),
  }
}

const whyNot = (one: ReturnType<typeof determined>[number]): string => (one.fits ? '' : one.why)
