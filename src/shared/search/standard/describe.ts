import { flopPerToken } from '../../model/architecture.ts'
import { peakAt } from '../../model/standard/arithmetic.ts'
import { MEMORY_SHARE } from '../../model/standard/constants.ts'
import { bulkFormat } from '../../model/standard/prefill.ts'
import { STANDARD_TERMS } from '../../model/standard/standard-pass.ts'
import { newStandardPoints, setRow, type StandardPoints } from '../frontier-points.ts'
import type { Staircase } from '../staircase.ts'
import { batchAt, rowAt } from './layouts.ts'
import { Serving } from './serving.ts'
import { replicaRows, type StandardSearchSetup } from './space.ts'

const MEMORY = STANDARD_TERMS.findIndex(({ id }) => id === 'memory')

/** Evaluates the chosen points once more, this time with all there is to know about each. */
export function describeLayouts(setup: StandardSearchSetup, chosen: Staircase): StandardPoints {
  const rows = replicaRows(setup)
  const { model } = setup
  const usefulFlop = flopPerToken(model.architecture, model.contextTokens)
  const peak = peakAt(model.chip, bulkFormat(model).arithmeticBits)
  const servings = new Map<number, Serving>()
  const points = newStandardPoints(chosen.position.length, model.prefill !== null)
  for (const [i, position] of chosen.position.entries()) {
    const row = rowAt(position)
    const serving = servings.get(row) ?? new Serving(setup, rows[row]!)
    servings.set(row, serving)
    const { replica } = serving
    const { layout, gpus } = replica.plan
    const batch = batchAt(position)
    const seconds = serving.tokenSeconds(batch)
    const fill = replica.memoryFill(batch)
    const cost = serving.usdPerMillion(serving.gpuSecondsPerToken(batch, seconds))
    const reading = replica.terms[MEMORY]! + replica.drafts * replica.draftTerms[MEMORY]!
    setRow(points, i, {
      tokensPerSecond: 1 / seconds,
      usdPerMillionTokens: cost,
      gpus,
      batch,
      mfu: (usefulFlop * batch) / (gpus * peak * seconds),
      mbu: (MEMORY_SHARE * reading) / (seconds * replica.keptTokens),
      latencySeconds: seconds,
      tensorParallel: layout.tensor,
      dataParallel: layout.data,
      expertParallel: layout.expert,
      pipelineStages: layout.pipeline,
      weightBytesPerGpu: fill.weights,
      cacheBytesPerGpu: fill.cache,
      draftBytesPerGpu: fill.draft,
      mostSequences: serving.mostSequences,
      drafts: replica.drafts,
      expectedTokens: replica.keptTokens,
    })
    STANDARD_TERMS.forEach(({ id }, at) => {
      points.terms[id][i] = replica.terms[at]!
      points.draftTerms[id][i] = replica.drafts === 0 ? 0 : replica.draftTerms[at]!
    })
    if (points.prefill === null || model.prefill === null) continue
    const input = serving.usdPerMillionInput()
    // What is left of the answer's cost once its prompt is paid for.
    const output = cost - (input * model.prefill.inputTokens) / model.prefill.outputTokens
    setRow(points.prefill, i, {
      ttftSeconds: serving.ttftSeconds(seconds),
      prefillGpus: serving.prefillGpus(batch, seconds),
      usdPerMillionInput: input,
      usdPerMillionOutput: output,
      usdPerMillionBlended: (output + setup.inputPerOutput * input) / (1 + setup.inputPerOutput),
    })
  }
  return points
}
