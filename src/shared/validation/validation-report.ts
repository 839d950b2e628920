import type { Catalog } from '../catalog/builtin.ts'
import { CONSTANT_SETS, type ConstantSet } from '../model/standard/constants.ts'
import type { StandardSeconds } from '../model/standard/standard-pass.ts'
import { errorSummary, type ErrorSummary } from './error-summary.ts'
import { ALL_REDUCE_GROUPINGS, DECODE_GROUPINGS, type Grouping } from './groupings.ts'
import type { MeasuredAllReduce } from './measured-all-reduce.ts'
import type { MeasuredDecode } from './measured-decode.ts'
import { predictAllReduce } from './predict-all-reduce.ts'
import { decodeBatch, predictDecode, type NotPredicted } from './predict-decode.ts'

/** Rows in full that are worst predicted. */
const WORST_ROWS = 10

export interface ValidatedRow {
  /** The measurement in words. */
  readonly name: string
  readonly source: string
  readonly measuredSeconds: number
  readonly predictedSeconds: number
  /** `predicted/measured - 1`. */
  readonly error: number
  /** Null for a single operation. */
  readonly breakdown: StandardSeconds | null
}

export interface ValidatedGroups {
  readonly title: string
  readonly groups: readonly { readonly name: string; readonly summary: ErrorSummary }[]
}

/** How well the standard rules predict a set of measurements. */
export interface ValidationReport {
  readonly coverage: {
    readonly attempted: number
    readonly predicted: number
    readonly notPredicted: readonly { readonly why: string; readonly rows: number }[]
  }
  /** Null where no row is predicted. */
  readonly overall: Readonly<Record<ConstantSet, ErrorSummary | null>>
  /** The set that groups and rows are for. */
  readonly constants: ConstantSet
  readonly groupings: readonly ValidatedGroups[]
  readonly worst: readonly ValidatedRow[]
  readonly rows: readonly ValidatedRow[]
}

interface Measurements<T> {
  readonly rows: readonly T[]
  readonly groupings: readonly Grouping<T>[]
  readonly nameOf: (row: T) => string
  readonly sourceOf: (row: T) => string
  readonly secondsOf: (row: T) => number
  readonly predict: (
    row: T,
    constants: ConstantSet,
  ) => { readonly seconds: number; readonly breakdown?: StandardSeconds } | NotPredicted
}

/** Items by a key, keys in the order they first appear. */
function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const key = keyOf(item)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [item])
    else group.push(item)
  }
  return groups
}

function reportOf<T>(measurements: Measurements<T>, constants: ConstantSet): ValidationReport {
  const { rows, groupings, nameOf, sourceOf, secondsOf, predict } = measurements
  const reasons: string[] = []
  const validated: { readonly row: T; readonly prediction: ValidatedRow }[] = []
  for (const row of rows) {
    const prediction = predict(row, constants)
    if ('why' in prediction) {
      reasons.push(prediction.why)
      continue
    }
    const measuredSeconds = secondsOf(row)
    validated.push({
      row,
      prediction: {
        name: nameOf(row),
        source: sourceOf(row),
        measuredSeconds,
        predictedSeconds: prediction.seconds,
        error: prediction.seconds / measuredSeconds - 1,
        breakdown: prediction.breakdown ?? null,
      },
    })
  }
  const errorsWith = (set: ConstantSet): number[] =>
    rows.flatMap((row) => {
      const prediction = predict(row, set)
      return 'why' in prediction ? [] : [prediction.seconds / secondsOf(row) - 1]
    })
  const plain = validated.map(({ prediction }) => prediction)
  return {
    coverage: {
      attempted: rows.length,
      predicted: validated.length,
      notPredicted: [...groupBy(reasons, (why) => why)].map(([why, all]) => ({ why, rows: all.length })),
    },
    overall: Object.fromEntries(CONSTANT_SETS.map((set) => [set, errorSummary(errorsWith(set))])) as Record<
      ConstantSet,
      ErrorSummary | null
    >,
    constants,
    groupings: groupings.map(({ title, groupOf, orderOf = () => 0 }) => ({
      title,
      groups: [
        ...groupBy(
          validated.toSorted((a, b) => orderOf(a.row) - orderOf(b.row)),
          ({ row }) => groupOf(row),
        ),
      ].map(([name, members]) => ({
        name,
        summary: errorSummary(members.map(({ prediction }) => prediction.error))!,
      })),
    })),
    worst: plain.toSorted((a, b) => Math.abs(b.error) - Math.abs(a.error)).slice(0, WORST_ROWS),
    rows: plain,
  }
}

const layoutOf = ({ tp, dp, ep }: MeasuredDecode): string =>
  [`TP ${tp}`, ...(dp > 1 ? [`DP ${dp}`] : []), ...(ep > 1 ? [`EP ${ep}`] : [])].join(', ')

/** Predicts every measured decode time. @param constants the set that groups and worst rows are for */
export const validateDecodes = (
  rows: readonly MeasuredDecode[],
  catalog: Catalog,
  constants: ConstantSet,
): ValidationReport =>
  reportOf<MeasuredDecode>(
    {
      rows,
      groupings: DECODE_GROUPINGS,
      nameOf: (row) =>
        `${row.model} ${row.precision} on ${row.hardware}, ${layoutOf(row)}, batch ${decodeBatch(row)}, ${row.engine}${row.id === '' ? '' : ` (${row.id})`}`,
      sourceOf: ({ source }) => source,
      secondsOf: ({ tpotMs }) => tpotMs / 1e3,
      predict: (row, set) => predictDecode(row, catalog, set),
    },
    constants,
  )

/** Predicts every measured all-reduce. */
export const validateAllReduces = (
  rows: readonly MeasuredAllReduce[],
  catalog: Catalog,
  constants: ConstantSet,
): ValidationReport =>
  reportOf<MeasuredAllReduce>(
    {
      rows,
      groupings: ALL_REDUCE_GROUPINGS,
      nameOf: ({ impl, hardware, nGpus, bytes }) => `${bytes} bytes over ${nGpus} ${hardware}, ${impl}`,
      sourceOf: ({ source }) => source,
      secondsOf: ({ microseconds }) => microseconds / 1e6,
      predict: (row, set) => predictAllReduce(row, catalog, set),
    },
    constants,
  )
