import * as v from 'valibot'
import { lineChartSchema } from '../report/line-chart.ts'
import { UNITS } from '../report/quantities.ts'
import { scenarioSchema } from '../scenario/scenario.ts'
import { claimedSchema, verdictSchema } from './verdict.ts'

/** A figure with what was claimed of it and what that comes to. */
const judgedFigureSchema = v.object({
  label: v.string(),
  value: v.nullable(v.number()),
  unit: v.picklist(UNITS),
  claimed: v.nullable(claimedSchema),
  /** null where nothing is claimed. */
  verdict: v.nullable(verdictSchema),
})

/** A claim as it was found: what crosses the bridge. */
export const claimResultSchema = v.object({
  inputs: v.record(v.string(), v.union([v.string(), v.number(), v.object({ from: v.number(), to: v.number() })])),
  chart: lineChartSchema,
  figures: v.array(judgedFigureSchema),
  verdict: verdictSchema,
  assumptions: v.array(v.string()),
  comparison: scenarioSchema,
})

export type ClaimResult = v.InferOutput<typeof claimResultSchema>
export type JudgedFigure = v.InferOutput<typeof judgedFigureSchema>
