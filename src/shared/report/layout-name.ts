import type { ReplicaLayout } from '../model/standard/standard-setup.ts'
import type { FrontierPoints } from '../search/frontier-points.ts'
import { grouped } from './format.ts'

const degree = (value: number): string =>
  value >= 1000 ? grouped(Number(value.toPrecision(3))) : String(Number(value.toPrecision(3)))

const unlessOne = (name: string, value: number): string[] => (value === 1 ? [] : [`${name} ${degree(value)}`])

/** The degrees of a replica on whole GPUs: "TP 8, EP 8". */
export const replicaLayoutName = ({ tensor, data, expert, pipeline }: ReplicaLayout): string =>
  [`TP ${degree(tensor)}`, ...unlessOne('DP', data), ...unlessOne('EP', expert), ...unlessOne('PP', pipeline)].join(
    ', ',
  )

/**
 * The layout of a frontier point in short: "2D TP 2.6 x PP 1, EP 1" under the paper's rules, with attention's own degree where
 * it is scaled down; "TP 8, EP 8, 1 replica of 8 GPUs" under the standard ones.
 */
export function layoutName(points: FrontierPoints, index: number): string {
  const tensor = points.tensorParallel[index]!
  const expert = points.expertParallel[index]!
  const stages = points.pipelineStages[index]!
  if (points.rules === 'paper') {
    const attention =
      points.attentionScaleDown[index]! > 1 ? `, attention TP ${degree(points.attentionTensorParallel[index]!)}` : ''
    return `${points.tensorDimensions[index]}D TP ${degree(tensor)} x PP ${degree(stages)}, EP ${degree(expert)}${attention}`
  }
  const gpus = points.gpus[index]!
  const layout = { tensor, data: points.dataParallel[index]!, expert, pipeline: stages }
  return `${replicaLayoutName(layout)}, 1 replica of ${gpus} ${gpus === 1 ? 'GPU' : 'GPUs'}`
}
