import { newCandidates, type Candidates } from '../../model/decode-bound.ts'

/** Squares of the grid, in columns of equal length: `size` GPU counts by `size` batches from a corner, cut off at the grid's edge. */
export interface Blocks extends Candidates {
  readonly size: number
  readonly row: Uint16Array
  readonly column: Uint16Array
}

export const newBlocks = (length: number, size: number, ways: number): Blocks => ({
  ...newCandidates(length, ways),
  size,
  row: new Uint16Array(length),
  column: new Uint16Array(length),
})

/** Blocks `from` (included) to `to` (left out). */
export const sliceBlocks = (blocks: Blocks, from: number, to: number): Blocks => ({
  size: blocks.size,
  ways: blocks.ways,
  row: blocks.row.slice(from, to),
  column: blocks.column.slice(from, to),
  steps: blocks.steps.slice(from * blocks.ways, to * blocks.ways),
  draftSeconds: blocks.draftSeconds.slice(from, to),
  draftGpuSeconds: blocks.draftGpuSeconds.slice(from, to),
})
