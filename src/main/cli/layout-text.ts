import { grouped } from '../../shared/report/format.ts'
import type { FrontierPoints } from '../../shared/search/frontier-points.ts'
import { layoutAt } from './point-json.ts'

const degree = (value: number): string =>
  value >= 1000 ? grouped(Number(value.toPrecision(3))) : String(Number(value.toPrecision(3)))

/** The layout of a frontier point in short: "2D TP 2.6 x PP 1, EP 1"; attention's own degree where it is scaled down. */
export function layoutText(points: FrontierPoints, index: number): string {
  const layout = layoutAt(points, index)
  const attention = layout.attentionScaleDown > 1 ? `, attention TP ${degree(layout.attentionTensorParallel)}` : ''
  return (
    `${layout.tensorSplit} TP ${degree(layout.tensorParallel)} x PP ${degree(layout.pipelineStages)}, ` +
    `EP ${degree(layout.expertParallel)}${attention}`
  )
}
