import { levenbergMarquardt } from 'ml-levenberg-marquardt'

/** What is fitted: `predict(parameters)(row)` shall come near `measured[row]`. */
export interface FitProblem {
  readonly measured: readonly number[]
  readonly predict: (parameters: readonly number[]) => (row: number) => number
  readonly initial: readonly number[]
  readonly least: readonly number[]
  readonly most: readonly number[]
}

/**
 * Beyond so many times the usual error a row counts by its size, not by its square (Huber 1964). Half of the rows, so that the
 * fit is near the least absolute errors, by which predictions are judged here; 1.345 is usual where errors are normal.
 */
const HUBER = 0.7

/** What the median size of normal errors has to be multiplied by for their standard deviation. */
const PER_MEDIAN = 1.4826

/** Errors are never thought smaller than 1 %: no decode time is measured better, and rows that fit exactly would outweigh all others. */
const LEAST_SCALE = 0.01

/** Rounds of weights, each with so many steps of the least-squares fit. */
export interface Effort {
  readonly rounds: number
  readonly steps: number
}
const FULL: Effort = { rounds: 8, steps: 6 }
/** From where a fit to nearly the same rows ended. */
export const FROM_NEARBY: Effort = { rounds: 2, steps: 3 }

/** A step of the parameters from which the derivative is taken: a thousandth of the value, as they are logarithms. */
const DIFFERENCE = 1e-3

/** Weights no longer move the parameters by more than this. */
const SETTLED = 1e-5

const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)]!
}

/** Weights of rows by their residuals: 1, or less the further off a row is. */
export function huberWeights(residuals: readonly number[]): number[] {
  const scale = Math.max(LEAST_SCALE, PER_MEDIAN * median(residuals.map(Math.abs)))
  return residuals.map((residual) => Math.min(1, (HUBER * scale) / Math.abs(residual)))
}

/**
 * Parameters that fit most rows, whatever a few do: least squares (Levenberg and Marquardt) weighted anew after each round by
 * how far off each row is (iteratively reweighted, Huber). Deterministic. Yields after each round, for others to have their turn.
 */
export function* robustFit(
  { measured, predict, initial, least, most }: FitProblem,
  { rounds, steps }: Effort = FULL,
): Generator<void, number[], void> {
  const rows = measured.map((_, row) => row)
  const residualsAt = (parameters: readonly number[]) => {
    const of = predict(parameters)
    return rows.map((row) => of(row) - measured[row]!)
  }
  let parameters = [...initial]
  for (let round = 0; round < rounds; round++) {
    // The library makes `Σ (weight·residual)²` least.
    const weights = huberWeights(residualsAt(parameters)).map(Math.sqrt)
    const { parameterValues } = levenbergMarquardt({ x: rows, y: [...measured] }, (at) => predict(at), {
      initialValues: parameters,
      weights,
      minValues: [...least],
      maxValues: [...most],
      maxIterations: steps,
      gradientDifference: DIFFERENCE,
      errorTolerance: 1e-12,
    })
    const moved = Math.max(...parameterValues.map((value, at) => Math.abs(value - parameters[at]!)))
    parameters = parameterValues
    if (moved < SETTLED) break
    yield
  }
  return parameters
}

/** How each row's prediction moves with each parameter, a column for each parameter. */
export function sensitivities(predict: FitProblem['predict'], rows: number, parameters: readonly number[]): number[][] {
  const shifted = (at: number, by: number) => predict(parameters.map((value, i) => (i === at ? value + by : value)))
  return parameters.map((_, at) => {
    const [up, down] = [shifted(at, DIFFERENCE), shifted(at, -DIFFERENCE)]
    return Array.from({ length: rows }, (__, row) => (up(row) - down(row)) / (2 * DIFFERENCE))
  })
}
