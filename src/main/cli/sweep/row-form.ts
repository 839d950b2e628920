import type { Cell } from '../../../shared/report/csv.ts'
import type { FrontierResult } from '../../../shared/search/frontier-result.ts'
import { oneLine } from '../exit-codes.ts'
import type { PlaceOf } from './row-places.ts'

/** What came of a combination. */
export interface SweepResult {
  readonly combination: number
  /** In the order of the sweep's axes. */
  readonly values: readonly unknown[]
  /** Why the series cannot be searched, where the rules refuse it. */
  readonly outcome: FrontierResult | { readonly refused: string }
}

/** How results are written as lines, every line a row, and found again. */
export interface RowForm {
  /** The first line with its end; empty where the form has none. */
  readonly header: string
  /** The rows of a combination, each line ended. */
  write(result: SweepResult): string
  readonly placeOf: PlaceOf
}

export type RowKind = 'readings' | 'points'
export type FileKind = 'csv' | 'ndjson'

export const pointCount = ({ outcome }: SweepResult): number =>
  'refused' in outcome ? 0 : outcome.points.latencySeconds.length

/** Whether a combination has a frontier, and if not, why. */
export function verdict({ outcome }: SweepResult): { readonly status: string; readonly reason: string | null } {
  if ('refused' in outcome) return { status: 'refused', reason: oneLine(outcome.refused) }
  if (outcome.nothingFits !== null) return { status: 'nothing fits', reason: oneLine(outcome.nothingFits) }
  return { status: 'ok', reason: null }
}

/** The cell of a value of any kind; on one line, so that a row always is. */
export function valueCell(value: unknown): Cell {
  if (value === null || typeof value === 'number') return value
  return oneLine(typeof value === 'string' ? value : JSON.stringify(value))
}
