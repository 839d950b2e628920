import type { RowRange } from '../../shared/search/scan.ts'
import { layoutsPerPoint, searchSpace, type SearchSetup } from '../../shared/search/space.ts'

/** Layouts a shard tries at most (but for one row at least): some 20 to 30 ms of work, so that jobs share workers finely. */
const LAYOUTS_PER_SHARD = 200_000

/** A grid's batch rows in pieces of about equal work; none where no GPU count holds the weights. */
export function shardsOf(setup: SearchSetup): RowRange[] {
  const { gpus, batches } = searchSpace(setup)
  if (gpus.length === 0) return []
  const rows = Math.max(1, Math.floor(LAYOUTS_PER_SHARD / (layoutsPerPoint(setup) * gpus.length)))
  return Array.from({ length: Math.ceil(batches.length / rows) }, (_, i) => ({
    from: i * rows,
    to: Math.min(batches.length, (i + 1) * rows),
  }))
}
