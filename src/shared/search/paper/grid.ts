import { DecodeBound } from '../../model/decode-bound.ts'
import { Decode } from '../../model/decode.ts'
import type { FrontierReading } from '../frontier.ts'
import type { Reach } from '../reach.ts'
import type { Found, Refinable } from '../refine.ts'
import { newPoints, type Points } from '../staircase.ts'
import { newBlocks, sliceBlocks, type Blocks } from './blocks.ts'
import { paperSpace, type PaperSearchSetup } from './space.ts'

/** Side of the blocks a search begins with. */
const FIRST_SIZE = 32

/** Blocks from this size on have a point evaluated, so that the bounds of the next round have something to be measured by. */
const SAMPLED_SIZE = 8

/** The paper's grid of GPU counts and batches, searched by blocks (model-spec A6, docs/search.md). */
export class Grid implements Refinable<Blocks> {
  readonly reading: FrontierReading
  private readonly gpus: Float64Array
  private readonly batches: Float64Array
  private readonly decode: Decode
  private readonly bound: DecodeBound
  private readonly cap: number
  private readonly area = { gpusLow: 0, gpusHigh: 0, rowLow: 0, rowHigh: 0 }

  constructor(setup: PaperSearchSetup) {
    const { gpus, batches } = paperSpace(setup)
    this.reading = setup.rules
    this.gpus = gpus
    this.batches = batches
    this.decode = new Decode(setup)
    this.bound = new DecodeBound(setup, batches)
    this.cap = setup.demandCapTokensPerSecond ?? Infinity
  }

  /** Layouts computed in full since the start. */
  get evaluated(): number {
    return this.decode.evaluated
  }

  begin(): Found<Blocks> {
    const rows = Math.ceil(this.batches.length / FIRST_SIZE)
    const columns = this.gpus.length === 0 ? 0 : Math.ceil(this.gpus.length / FIRST_SIZE)
    const blocks = newBlocks(rows * columns, FIRST_SIZE, this.bound.ways)
    for (let i = 0; i < rows * columns; i++) {
      blocks.row[i] = Math.floor(i / columns) * FIRST_SIZE
      blocks.column[i] = (i % columns) * FIRST_SIZE
    }
    blocks.steps.fill(this.bound.all)
    const points = newPoints(rows * columns)
    for (let i = 0; i < rows * columns; i++) this.sample(blocks, i, points, i, Infinity)
    return { points, regions: blocks }
  }

  refine(blocks: Blocks, reach: Reach): Found<Blocks> {
    const { ways } = this.bound
    const size = blocks.size / 2
    const next = newBlocks(4 * blocks.row.length, size, ways)
    let count = 0
    for (let i = 0; i < blocks.row.length; i++)
      for (let quarter = 0; quarter < 4; quarter++) {
        const row = blocks.row[i]! + (quarter >> 1) * size
        const column = blocks.column[i]! + (quarter & 1) * size
        if (row >= this.batches.length || column >= this.gpus.length) continue
        if (!this.narrow(blocks, i, next, count, row, column, size, reach)) continue
        next.row[count] = row
        next.column[count] = column
        count++
      }
    const left = sliceBlocks(next, 0, count)
    if (size > 1 && size < SAMPLED_SIZE) return { points: newPoints(0), regions: left }
    const points = newPoints(count)
    for (let i = 0; i < count; i++) this.sample(left, i, points, i, reach.limit(this.costPerSecond(left, i)))
    return { points, regions: size === 1 ? sliceBlocks(left, 0, 0) : left }
  }

  countOf(blocks: Blocks): number {
    return blocks.row.length
  }

  split(blocks: Blocks, parts: number): Blocks[] {
    const { length } = blocks.row
    const edge = (part: number): number => Math.floor((length * part) / parts)
    return Array.from({ length: parts }, (_, part) => sliceBlocks(blocks, edge(part), edge(part + 1))).filter(
      ({ row }) => row.length > 0,
    )
  }

  /** Leaves the stage counts of a block's part that its bounds do not rule out; false where none is left. */
  private narrow(
    from: Blocks,
    fromAt: number,
    to: Blocks,
    toAt: number,
    row: number,
    column: number,
    size: number,
    reach: Reach,
  ): boolean {
    const { area, bound, cap, gpus, batches } = this
    area.rowLow = row
    area.rowHigh = Math.min(batches.length, row + size) - 1
    area.gpusLow = gpus[column]!
    area.gpusHigh = gpus[Math.min(gpus.length, column + size) - 1]!
    // Under a cap no point is faster than its batch allows.
    const [leastSeconds, leastCost] = [batches[row]! / cap, area.gpusLow / cap]
    return bound.narrow(from, fromAt, to, toAt, area, (seconds, cost) =>
      reach.isBeaten(Math.max(seconds, leastSeconds), Math.max(cost, leastCost)),
    )
  }

  private middle(blocks: Blocks, index: number): { readonly row: number; readonly column: number } {
    const half = blocks.size >> 1
    return {
      row: Math.min(this.batches.length - 1, blocks.row[index]! + half),
      column: Math.min(this.gpus.length - 1, blocks.column[index]! + half),
    }
  }

  private costPerSecond(blocks: Blocks, index: number): number {
    const { row, column } = this.middle(blocks, index)
    return this.gpus[column]! / this.batches[row]!
  }

  /** Evaluates the point in the middle of a block. */
  private sample(blocks: Blocks, index: number, points: Points, at: number, limit: number): void {
    const { row, column } = this.middle(blocks, index)
    const gpus = this.gpus[column]!
    const batch = this.batches[row]!
    const seconds = this.decode.latencySeconds(gpus, batch, limit, blocks.steps, index * blocks.ways)
    if (seconds === Infinity || batch / seconds > this.cap) return
    points.latencySeconds[at] = seconds
    points.cost[at] = (gpus * seconds) / batch
    points.position[at] = row * this.gpus.length + column
  }
}
