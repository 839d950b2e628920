import * as v from 'valibot'
import { Decode } from '../model/decode.ts'
import { TERMS, type TermId } from '../model/terms.ts'
import { searchSpace, type SearchSetup } from './space.ts'
import type { Staircase } from './staircase.ts'

const column = v.instance(Float64Array)
const termColumns = v.object(
  Object.fromEntries(TERMS.map((term) => [term.id, column])) as Record<TermId, typeof column>,
)

/** Columns of a frontier, all of one length, fastest point first. Every chart, table and report reads these. */
export const frontierPointsSchema = v.object({
  tokensPerSecond: column,
  usdPerMillionTokens: column,
  gpus: column,
  batch: column,
  mfu: column,
  latencySeconds: column,
  /** 1 or 2: dimensions of the tensor-parallel split. */
  tensorDimensions: column,
  tensorParallel: column,
  attentionTensorParallel: column,
  feedForwardTensorParallel: column,
  expertParallel: column,
  pipelineStages: column,
  attentionScaleDown: column,
  /** Bytes on each GPU. */
  weightBytesPerGpu: column,
  cacheBytesPerGpu: column,
  /** Seconds by term of the pass (of the target's pass, where it decodes speculatively). */
  terms: termColumns,
  /** Drafted tokens per pass, 0 where the point decodes plainly; with the draft's seconds by term. */
  drafts: column,
  expectedTokens: column,
  draftTerms: termColumns,
})

export type FrontierPoints = v.InferOutput<typeof frontierPointsSchema>
type Columns = Exclude<keyof FrontierPoints, 'terms' | 'draftTerms'>

const newTermColumns = (length: number): FrontierPoints['terms'] =>
  v.parse(termColumns, Object.fromEntries(TERMS.map((term) => [term.id, new Float64Array(length)])))

/** Evaluates the chosen grid points once more, this time with all there is to know about each. */
export function describeFrontier(setup: SearchSetup, chosen: Staircase): FrontierPoints {
  const { gpus, batches } = searchSpace(setup)
  const decode = new Decode(setup)
  const length = chosen.position.length
  const make = () => new Float64Array(length)
  const points: FrontierPoints = {
    tokensPerSecond: make(),
    usdPerMillionTokens: make(),
    gpus: make(),
    batch: make(),
    mfu: make(),
    latencySeconds: make(),
    tensorDimensions: make(),
    tensorParallel: make(),
    attentionTensorParallel: make(),
    feedForwardTensorParallel: make(),
    expertParallel: make(),
    pipelineStages: make(),
    attentionScaleDown: make(),
    weightBytesPerGpu: make(),
    cacheBytesPerGpu: make(),
    terms: newTermColumns(length),
    drafts: make(),
    expectedTokens: make(),
    draftTerms: newTermColumns(length),
  }
  for (let i = 0; i < length; i++) {
    const n = gpus[chosen.position[i]! % gpus.length]!
    const b = batches[Math.floor(chosen.position[i]! / gpus.length)]!
    const latency = decode.latencySeconds(n, b)
    const layout = decode.layout(n, b)
    const speculative = decode.speculative
    const row: Record<Columns, number> = {
      tokensPerSecond: 1 / latency,
      usdPerMillionTokens: (1e6 * chosen.cost[i]! * setup.usdPerGpuHour) / 3600,
      gpus: n,
      batch: b,
      mfu: decode.mfu(n, b, latency),
      latencySeconds: latency,
      tensorDimensions: layout.tensorSplit === '2D' ? 2 : 1,
      tensorParallel: layout.tensorParallel,
      attentionTensorParallel: layout.attentionTensorParallel,
      feedForwardTensorParallel: layout.feedForwardTensorParallel,
      expertParallel: layout.expertParallel,
      pipelineStages: layout.pipelineStages,
      attentionScaleDown: layout.attentionScaleDown,
      weightBytesPerGpu: decode.plain.weightBytes / n,
      cacheBytesPerGpu: (decode.plain.cacheBytesPerSequence * b) / layout.pipelineStages / n,
      drafts: speculative?.drafts ?? 0,
      expectedTokens: speculative?.expectedTokens ?? 1,
    }
    for (const key of Object.keys(row) as Columns[]) points[key][i] = row[key]
    TERMS.forEach((term, at) => {
      points.terms[term.id][i] = decode.terms[at]!
      points.draftTerms[term.id][i] = speculative?.draftTerms[at] ?? 0
    })
  }
  return points
}
