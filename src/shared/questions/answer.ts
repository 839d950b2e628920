import * as v from 'valibot'
import type { Catalog } from '../catalog/builtin.ts'
import type { ObservedSet } from '../observed/observed-set.ts'
import { lineChartSchema } from '../report/line-chart.ts'
import { tableDataSchema } from '../report/table-data.ts'
import { scenarioSchema } from '../scenario/scenario.ts'
import type { FrontierResult } from '../search/frontier-result.ts'
import type { SearchSetup } from '../search/search.ts'
import type { ReplicaThroughput } from '../search/standard/replica-throughputs.ts'
import type { StandardSearchSetup } from '../search/standard/space.ts'

const stretchSchema = v.object({
  name: v.string(),
  /** Its colour: that of the line of the same name. */
  styleIndex: v.pipe(v.number(), v.integer(), v.minValue(0)),
  /** Tokens per second of one user at its ends. */
  slowest: v.number(),
  fastest: v.number(),
})

/** A stretch of speeds along which one of some accelerators is the cheapest. */
export type Stretch = v.InferOutput<typeof stretchSchema>

/** What a question's answer consists of, as plain data for window, command line and files. */
export const answerSchema = v.object({
  /** In one sentence, from the numbers. */
  sentence: v.string(),
  /** The figure that was asked for; null where there is none. */
  figure: v.nullable(v.object({ value: v.string(), unit: v.string() })),
  /** What is behind it: label and value with its unit. */
  facts: v.array(v.tuple([v.string(), v.string()])),
  strip: v.nullable(v.array(stretchSchema)),
  chart: v.nullable(lineChartSchema),
  table: v.nullable(tableDataSchema),
  /** What it stands under, a sentence each. */
  assumptions: v.array(v.string()),
  /** The comparison behind it, to be opened and edited. */
  scenario: scenarioSchema,
})

export type Answer = v.InferOutput<typeof answerSchema>

/** What an answer is found with; the same in the app, on the command line and in tests. */
export interface QuestionTools {
  readonly catalog: Catalog
  /** Prices and speeds of providers. */
  readonly observed: readonly ObservedSet[]
  frontier(setup: SearchSetup): Promise<FrontierResult>
  /** For each speed what a replica of each layout makes. */
  throughputs(setup: StandardSearchSetup, speeds: readonly number[]): Promise<ReplicaThroughput[][]>
  /** Tells how many searches of how many are done. */
  onProgress(done: number, total: number): void
}
