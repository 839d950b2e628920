import { layoutDraws } from '../pilots.ts'
import { paperSearch } from '../../paper/paper-search.ts'
import type { PaperSearchSetup } from '../../paper/space.ts'
import { curveOfStairs } from '../curve-of-stairs.ts'
import type { RangeSearch } from '../range-search.ts'
import { drawOf, noDraw, sourcesOf, type Uncertainty } from '../uncertainty.ts'
import { wholeFrontier, within } from '../whole-frontier.ts'
import { changedBy, changedSetup } from './changed-setup.ts'
import { frontierOfLayouts, layoutColumns, mergeLayouts, type LayoutColumns } from './layout-columns.ts'

/** Steps per axis of the grid whose points stand for all. */
const STEPS = 224
/** With drafts a point takes several times as long. */
const STEPS_WITH_DRAFTS = 96

/** Standard deviations of the network's latency for which layouts are looked for. */
const PROBED = [-2, -1, 0, 1, 2]

/** Samples among the layouts of the points that frontiers on a coarser grid go through, and of those next to them. */
export function paperRanges(
  setup: PaperSearchSetup,
  uncertainty: Uncertainty,
): RangeSearch<Uint32Array, LayoutColumns> {
  const most = setup.speculative === null ? STEPS : STEPS_WITH_DRAFTS
  const { gpus, batches } = setup.grid
  const rough = { ...setup, grid: { ...setup.grid, gpus: Math.min(most, gpus), batches: Math.min(most, batches) } }
  const { reading } = paperSearch(rough)
  return {
    pilot(draw) {
      const changed = changedSetup(rough, changedBy(rough, uncertainty, draw))
      const frontier = wholeFrontier(changed)
      return { reached: frontier.position, curve: curveOfStairs(frontier, changed.usdPerGpuHour) }
    },
    share(reached, parts) {
      // Samples leave the points of the pilots to the side.
      const all = withNeighbours(rough, new Set(reached.flatMap((positions) => [...positions])))
      const edge = (part: number): number => Math.floor((all.length * part) / parts)
      return Array.from({ length: parts }, (_, part) => all.slice(edge(part), edge(part + 1)))
    },
    candidates: (positions) =>
      layoutColumns(rough, positions, {
        changes: layoutDraws(uncertainty).map((draw) => changedBy(rough, uncertainty, draw)),
        latencies: probedLatencies(rough, uncertainty),
      }),
    merge: mergeLayouts,
    among: (candidates) => (draw) => {
      const changed = changedBy(rough, uncertainty, draw)
      return curveOfStairs(within(frontierOfLayouts(rough, candidates, changed), reading), changed.usdPerGpuHour)
    },
    whole(draw) {
      const changed = changedSetup(setup, changedBy(setup, uncertainty, draw))
      return curveOfStairs(wholeFrontier(changed), changed.usdPerGpuHour)
    },
  }
}

/** Factors on network latencies beside the times of messages. */
function probedLatencies(setup: PaperSearchSetup, uncertainty: Uncertainty): number[] {
  if (!sourcesOf(uncertainty).includes('networkLatency')) return [1]
  return PROBED.map((deviations) => {
    const { networkLatency, networkBandwidth } = changedBy(
      setup,
      uncertainty,
      deviations === 0 ? noDraw() : drawOf('networkLatency', deviations),
    )
    return networkLatency / networkBandwidth
  })
}

/** Points and those next to them in the grid, in order. */
function withNeighbours({ grid }: PaperSearchSetup, points: ReadonlySet<number>): Uint32Array {
  const all = new Set(points)
  for (const at of points) {
    const [row, column] = [Math.floor(at / grid.gpus), at % grid.gpus]
    if (row > 0) all.add(at - grid.gpus)
    if (row < grid.batches - 1) all.add(at + grid.gpus)
    if (column > 0) all.add(at - 1)
    if (column < grid.gpus - 1) all.add(at + 1)
  }
  return Uint32Array.from(all).sort()
}
