import { Decode } from '../../src/shared/model/decode.ts'
import { paperSpace, type PaperSearchSetup } from '../../src/shared/search/paper/space.ts'
import { newPoints, staircase, type Staircase } from '../../src/shared/search/staircase.ts'

/** The staircase of a grid by evaluating every point with every layout: what the search by bounds must find. */
export function everyPoint(setup: PaperSearchSetup): Staircase {
  const { gpus, batches } = paperSpace(setup)
  const decode = new Decode(setup)
  const cap = setup.demandCapTokensPerSecond ?? Infinity
  const points = newPoints(gpus.length * batches.length)
  for (const [row, batch] of batches.entries())
    for (const [column, n] of gpus.entries()) {
      const at = row * gpus.length + column
      const seconds = decode.latencySeconds(n, batch)
      if (batch / seconds > cap) continue
      points.latencySeconds[at] = seconds
      points.cost[at] = (n * seconds) / batch
      points.position[at] = at
    }
  return staircase(points)
}
