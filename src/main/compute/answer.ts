import type { FrontierPoints } from '../../shared/search/frontier-points.ts'
import { frontierOf } from '../../shared/search/frontier.ts'
import { searchOf, type RowRange, type SearchSetup } from '../../shared/search/search.ts'
import { mergeStaircases, type Staircase } from '../../shared/search/staircase.ts'

/** Evaluate some rows of a space. */
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
  const search = searchOf(task.setup)
  if (task.kind === 'scan') return { kind: 'scanned', ...search.scan(task.rows) }
  const frontier = frontierOf(mergeStaircases(task.parts), search.reading)
  return {
    kind: 'described',
    points: search.describe(frontier),
    nothingFits: frontier.position.length === 0 ? search.nothingFits() : null,
  }
}
