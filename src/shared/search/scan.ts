import { Decode } from '../model/decode.ts'
import { searchSpace, type SearchSetup } from './space.ts'
import { staircase, type Staircase } from './staircase.ts'

/** Batch rows `from` (included) to `to` (left out) of the grid. */
export interface RowRange {
  readonly from: number
  readonly to: number
}

export interface ScanResult {
  readonly staircase: Staircase
  /** Layouts whose time was computed in full. */
  readonly evaluated: number
}

/** Evaluates the rows of a grid and keeps those of their points that no other of them beats (model-spec A6). */
export function scanRows(setup: SearchSetup, rows: RowRange): ScanResult {
  const { gpus, batches } = searchSpace(setup)
  const decode = new Decode(setup)
  const cap = setup.demandCapTokensPerSecond ?? Infinity
  const columns = gpus.length
  const points = {
    latencySeconds: new Float64Array((rows.to - rows.from) * columns),
    cost: new Float64Array((rows.to - rows.from) * columns),
    position: new Uint32Array((rows.to - rows.from) * columns),
  }
  let at = 0
  for (let row = rows.from; row < rows.to; row++) {
    const batch = batches[row]!
    for (let column = 0; column < columns; column++) {
      const latency = decode.latencySeconds(gpus[column]!, batch)
      points.latencySeconds[at] = batch / latency <= cap ? latency : Infinity
      points.cost[at] = (gpus[column]! * latency) / batch
      points.position[at] = row * columns + column
      at++
    }
  }
  return { staircase: staircase(points), evaluated: decode.evaluated }
}
