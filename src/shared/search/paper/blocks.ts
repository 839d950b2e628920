/** Squares of the grid, in columns of equal length: `size` GPU counts by `size` batches from a corner, cut off at the grid's edge. */
export interface Blocks {
  readonly size: number
  /** Numbers of `steps` for each block: one for each way of decoding. */
  readonly ways: number
  readonly row: Uint16Array
  readonly column: Uint16Array
  /** Stage counts that can still matter, as bits, by block and way. */
  readonly steps: Uint32Array
}

export const newBlocks = (length: number, size: number, ways: number): Blocks => ({
  size,
  ways,
  row: new Uint16Array(length),
  column: new Uint16Array(length),
  steps: new Uint32Array(length * ways),
})

/** Blocks `from` (included) to `to` (left out). */
export const sliceBlocks = ({ size, ways, row, column, steps }: Blocks, from: number, to: number): Blocks => ({
  size,
  ways,
  row: row.slice(from, to),
  column: column.slice(from, to),
  steps: steps.slice(from * ways, to * ways),
})
