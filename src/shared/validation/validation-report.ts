import * as v from 'valibot'
import {
  CONSTANT_SETS,
  STANDARD_CONSTANTS,
  type ConstantSet,
  type StandardConstants,
} from '../model/standard/constants.ts'
import type { StandardSeconds } from '../model/standard/standard-pass.ts'
import { errorSummary, errorSummarySchema } from './error-summary.ts'
import type { Grouping } from './groupings.ts'
import type { NotPredicted } from './predict-decode.ts'

/** Rows in full that are worst predicted. */
const WORST_ROWS = 10

const validatedRowSchema = v.object({
  /** The measurement in words. */
  name: v.string(),
  /** What it was measured on, by label. */
  facts: v.record(v.string(), v.string()),
  /** The group it belongs to, by the grouping's title. */
  groups: v.record(v.string(), v.string()),
  source: v.string(),
  measuredSeconds: v.number(),
  predictedSeconds: v.number(),
  /** `predicted/measured - 1`. */
  error: v.number(),
  /** Seconds by term; null for a single operation. */
  breakdown: v.nullable(v.record(v.string(), v.number())),
})

/** The sets that come with the app, and one that was just fitted. */
const JUDGED_SETS = [...CONSTANT_SETS, 'fitted'] as const
export type JudgedSet = (typeof JUDGED_SETS)[number]

/** How well the standard rules predict a set of measurements. */
export const validationReportSchema = v.object({
  coverage: v.object({
    attempted: v.number(),
    predicted: v.number(),
    notPredicted: v.array(v.object({ why: v.string(), rows: v.number() })),
  }),
  /** Null where no row is predicted. */
  overall: v.object({
    calibrated: v.nullable(errorSummarySchema),
    physics: v.nullable(errorSummarySchema),
  } satisfies Record<ConstantSet, v.GenericSchema>),
  /** The set that groups and rows are for. */
  constants: v.picklist(JUDGED_SETS),
  groupings: v.array(
    v.object({
      title: v.string(),
      groups: v.array(v.object({ name: v.string(), summary: errorSummarySchema })),
    }),
  ),
  worst: v.array(validatedRowSchema),
  rows: v.array(validatedRowSchema),
})

/** What was compared; null where there are no such rows. */
export const validationSchema = v.object({
  decode: v.nullable(validationReportSchema),
  allReduce: v.nullable(validationReportSchema),
})

export type Validation = v.InferOutput<typeof validationSchema>
export type ValidatedRow = v.InferOutput<typeof validatedRowSchema>
export type ValidationReport = v.InferOutput<typeof validationReportSchema>

/** Measurements of one kind, and how to read and predict them. */
export interface MeasuredKind<T> {
  readonly rows: readonly T[]
  readonly groupings: readonly Grouping<T>[]
  readonly nameOf: (row: T) => string
  readonly factsOf: (row: T) => Record<string, string>
  readonly sourceOf: (row: T) => string
  readonly secondsOf: (row: T) => number
  readonly predict: (
    row: T,
    constants: StandardConstants,
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

interface Judged<T> {
  readonly row: T
  readonly judged: ValidatedRow
}

/** Predicts every row it can. @param set what groups and rows are for; a fitted one brings its values */
export function reportOf<T>(
  kind: MeasuredKind<T>,
  set: ConstantSet | { readonly fitted: StandardConstants },
): ValidationReport {
  const constants = typeof set === 'string' ? STANDARD_CONSTANTS[set] : set.fitted
  const { rows, groupings, predict, secondsOf } = kind
  const reasons: string[] = []
  const judged = rows.flatMap((row): Judged<T>[] => {
    const prediction = predict(row, constants)
    if (!('why' in prediction)) return [{ row, judged: judge(kind, row, prediction) }]
    reasons.push(prediction.why)
    return []
  })
  const errorsWith = (other: ConstantSet): number[] =>
    rows.flatMap((row) => {
      const prediction = predict(row, STANDARD_CONSTANTS[other])
      return 'why' in prediction ? [] : [prediction.seconds / secondsOf(row) - 1]
    })
  const plain = judged.map((one) => one.judged)
  return {
    coverage: {
      attempted: rows.length,
      predicted: judged.length,
      notPredicted: [...groupBy(reasons, (why) => why)].map(([why, all]) => ({ why, rows: all.length })),
    },
    overall: { calibrated: errorSummary(errorsWith('calibrated')), physics: errorSummary(errorsWith('physics')) },
    constants: typeof set === 'string' ? set : 'fitted',
    groupings: groupings.map((grouping) => grouped(grouping, judged)),
    worst: plain.toSorted((a, b) => Math.abs(b.error) - Math.abs(a.error)).slice(0, WORST_ROWS),
    rows: plain,
  }
}

function judge<T>(
  { nameOf, factsOf, groupings, sourceOf, secondsOf }: MeasuredKind<T>,
  row: T,
  { seconds, breakdown }: { readonly seconds: number; readonly breakdown?: StandardSeconds },
): ValidatedRow {
  const measuredSeconds = secondsOf(row)
  return {
    name: nameOf(row),
    facts: factsOf(row),
    groups: Object.fromEntries(groupings.map(({ title, groupOf }) => [title, groupOf(row)])),
    source: sourceOf(row),
    measuredSeconds,
    predictedSeconds: seconds,
    error: seconds / measuredSeconds - 1,
    breakdown: breakdown ?? null,
  }
}

function grouped<T>({ title, orderOf = () => 0 }: Grouping<T>, judged: readonly Judged<T>[]) {
  const inOrder = judged.toSorted((a, b) => orderOf(a.row) - orderOf(b.row))
  const groups = groupBy(inOrder, (one) => one.judged.groups[title]!)
  return {
    title,
    groups: [...groups].map(([name, members]) => ({
      name,
      summary: errorSummary(members.map((one) => one.judged.error))!,
    })),
  }
}
