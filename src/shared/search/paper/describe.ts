import { Decode } from '../../model/decode.ts'
import { MEMORY, TERMS } from '../../model/terms.ts'
import { newPaperPoints, setRow, type PaperPoints } from '../frontier-points.ts'
import type { Staircase } from '../staircase.ts'
import { paperSpace, type PaperSearchSetup } from './space.ts'

/** Evaluates the chosen grid points once more, this time with all there is to know about each. */
export function describeGrid(setup: PaperSearchSetup, chosen: Staircase): PaperPoints {
  const { gpus, batches } = paperSpace(setup)
  const decode = new Decode(setup)
  const points = newPaperPoints(chosen.position.length)
  for (const [i, position] of chosen.position.entries()) {
    const n = gpus[position % gpus.length]!
    const b = batches[Math.floor(position / gpus.length)]!
    const latency = decode.latencySeconds(n, b)
    const layout = decode.layout(n, b)
    const speculative = decode.speculative
    const reading =
      decode.terms[MEMORY]! + (speculative === null ? 0 : speculative.drafts * speculative.draftTerms[MEMORY]!)
    setRow(points, i, {
      tokensPerSecond: 1 / latency,
      usdPerMillionTokens: (1e6 * chosen.cost[i]! * setup.usdPerGpuHour) / 3600,
      gpus: n,
      batch: b,
      mfu: decode.mfu(n, b, latency),
      mbu: (setup.accelerator.memoryBandwidthCap * reading) / (latency * (speculative?.expectedTokens ?? 1)),
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
    })
    TERMS.forEach((term, at) => {
      points.terms[term.id][i] = decode.terms[at]!
      points.draftTerms[term.id][i] = speculative?.draftTerms[at] ?? 0
    })
  }
  return points
}
