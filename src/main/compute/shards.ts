import { searchOf, type RowRange, type SearchSetup } from '../../shared/search/search.ts'

/** A space's rows in pieces of about equal work; none where nothing fits at all. */
export function shardsOf(setup: SearchSetup): RowRange[] {
  const { rows, rowsPerShard } = searchOf(setup)
  return Array.from({ length: Math.ceil(rows / rowsPerShard) }, (_, i) => ({
    from: i * rowsPerShard,
    to: Math.min(rows, (i + 1) * rowsPerShard),
  }))
}
