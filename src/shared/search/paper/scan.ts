import { Decode } from '../../model/decode.ts'
import type { RowRange, ScanResult } from '../search.ts'
import { staircase } from '../staircase.ts'
import { paperSpace, type PaperSearchSetup } from './space.ts'

/** Evaluates the batch rows of a grid and keeps those of their points that no other of them beats (model-spec A6). */
export function scanGrid(setup: PaperSearchSetup, rows: RowRange): ScanResult {
  const { gpus, batches } = paperSpace(setup)
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
