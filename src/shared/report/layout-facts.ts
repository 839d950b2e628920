import type { FrontierPoints, PaperPoints } from '../search/frontier-points.ts'
import { amount, threeSignificant } from './format.ts'
import { layoutName } from './layout-name.ts'

type LayoutFact = readonly [label: string, value: string]

/** "2D, 2.62 x 2.62" is how 6.87 ranks divide both sides of each matrix. */
function tensorInWords(points: PaperPoints, index: number): string {
  const ranks = points.tensorParallel[index]!
  if (ranks === 1) return 'none'
  const side = threeSignificant(Math.sqrt(ranks))
  return points.tensorDimensions[index] === 2 ? `2D, ${side} x ${side} ranks` : `1D, ${amount(ranks)} ranks`
}

function attentionInWords(points: PaperPoints, index: number): string {
  const copies = points.attentionScaleDown[index]!
  const ranks = amount(points.attentionTensorParallel[index]!)
  return copies > 1 ? `over ${ranks} ranks, done ${threeSignificant(copies)} times` : 'over all of them'
}

/** How a point is spread over its GPUs: the standard rules' replica in short, the paper's real-valued layout part by part. */
export function layoutFacts(points: FrontierPoints, index: number): LayoutFact[] {
  if (points.rules === 'standard') return [['Layout', layoutName(points, index)]]
  const stages = points.pipelineStages[index]!
  const experts = points.expertParallel[index]!
  return [
    ['Tensor parallel', tensorInWords(points, index)],
    ['Attention', attentionInWords(points, index)],
    ['Pipeline parallel', stages === 1 ? 'one stage' : `${amount(stages)} stages`],
    ['Expert parallel', experts === 1 ? 'none' : `${amount(experts)} ranks`],
  ]
}
