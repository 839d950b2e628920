import { describeFrontier, type FrontierPoints } from '../../shared/search/frontier-points.ts'
import { whyNothingFits } from '../../shared/search/frontier-result.ts'
import { frontierOf } from '../../shared/search/frontier.ts'
import { scanRows, type RowRange } from '../../shared/search/scan.ts'
import type { SearchSetup } from '../../shared/search/space.ts'
import { mergeStaircases, type Staircase } from '../../shared/search/staircase.ts'

/** Evaluate some batch rows of a grid. */
export interface ScanTask {
  readonly kind: 'scan'
  readonly setup: SearchSetup
  readonly rows: RowRange
}

/** Merge what the scans found, take the frontier, and describe its points. */
export interface DescribeTask {
  readonly kind: 'describe'
  readonly setup: SearchSetup
  readonly parts: readonly Staircase[]
}

export interface Scanned {
  readonly kind: 'scanned'
  readonly staircase: Staircase
  readonly evaluated: number
}

export interface Described {
  readonly kind: 'described'
  readonly points: FrontierPoints
  readonly nothingFits: string | null
}

export type ComputeTask = ScanTask | DescribeTask
export type ComputeAnswer = Scanned | Described

/** What a worker does with a task: pure, so that every kind of worker gives the same answer. */
export function answer(task: ComputeTask): ComputeAnswer {
  if (task.kind === 'scan') return { kind: 'scanned', ...scanRows(task.setup, task.rows) }
  const frontier = frontierOf(mergeStaircases(task.parts), task.setup.rules)
  return {
    kind: 'described',
    points: describeFrontier(task.setup, frontier),
    nothingFits: frontier.position.length === 0 ? whyNothingFits(task.setup) : null,
  }
}
