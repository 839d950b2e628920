import { expectedTokens } from '../../../model/decode.ts'
import { ForwardPass } from '../../../model/forward-pass.ts'
import { ARITHMETIC, KERNEL_LAUNCH, MEMORY, NETWORK_BANDWIDTH, NETWORK_LATENCY, TERMS } from '../../../model/terms.ts'
import { paperSpace, type PaperSearchSetup } from '../../paper/space.ts'
import { newPoints, staircase, type Staircase } from '../../staircase.ts'
import type { Changed } from './changed-setup.ts'

/**
 * Grid points, each with the layouts that may be its fastest, by their seconds in each term under the setup's own constants: for
 * other constants the terms are scaled, nothing is computed anew. Plain data, in columns.
 */
export interface LayoutColumns {
  /** Place in the grid, GPU count and batch of each point. */
  readonly position: Uint32Array
  readonly gpus: Float64Array
  readonly batch: Float64Array
  /** Where the rows of each pass of each point begin (`passesOf`), and the end of all. */
  readonly begin: Uint32Array
  /** Rows of terms in the order of TERMS. */
  readonly seconds: Float64Array
}

/** The passes that decoding may need: the plain one, with drafts the draft model's, then the verifying ones by drafted tokens. */
export function passesOf(setup: PaperSearchSetup): ForwardPass[] {
  const { speculative, rules } = setup
  const pass = (fields: object, tokensPerPass: number) => new ForwardPass({ ...setup, ...fields, tokensPerPass })
  if (speculative === null) return [pass({}, 1)]
  const { draft: architecture, draftPrecision: precision, maxDraftTokens } = speculative
  const verifying = Array.from({ length: Math.max(0, maxDraftTokens - rules.leastDrafts + 1) }, (_, i) =>
    pass({}, rules.leastDrafts + i),
  )
  return [pass({}, 1), pass({ architecture, precision }, 1), ...verifying]
}

/** The same with network latencies so many times as long: which protocol a collective takes hangs on them. */
const withLatency = (setup: PaperSearchSetup, factor: number): PaperSearchSetup => ({
  ...setup,
  accelerator: { ...setup.accelerator, latencyFactor: factor * (setup.accelerator.latencyFactor ?? 1) },
})

/** Rows of terms of one pass at one point, in a column that is used again for the next. */
class Rows {
  private seconds = new Float64Array(128 * TERMS.length)
  private count = 0

  clear(): void {
    this.count = 0
  }

  add(terms: Float64Array, latencyFactor: number): void {
    const from = this.count++ * TERMS.length
    if (from === this.seconds.length) {
      const wider = new Float64Array(2 * from)
      wider.set(this.seconds)
      this.seconds = wider
    }
    this.seconds.set(terms, from)
    this.seconds[from + NETWORK_LATENCY]! /= latencyFactor
  }

  /** The rows that are the fastest under one of these changes at least, one after the other. */
  fastest(changes: readonly Changed[]): number[] {
    const rows = new Set(changes.map((changed) => fastestOf(this.seconds, 0, this.count, changed)))
    rows.delete(NONE)
    return [...rows].flatMap((row) => [...this.seconds.subarray(row * TERMS.length, (row + 1) * TERMS.length)])
  }
}

/** @param changes those for which layouts, and factors on the network's latency for which protocols are looked for */
export function layoutColumns(
  setup: PaperSearchSetup,
  positions: Uint32Array,
  { changes, latencies }: { readonly changes: readonly Changed[]; readonly latencies: readonly number[] },
): LayoutColumns {
  const { gpus, batches } = paperSpace(setup)
  const probes = latencies.map((factor) => ({ factor, passes: passesOf(withLatency(setup, factor)) }))
  const passes = probes[0]!.passes.length
  const steps = setup.pipeline ? setup.rules.pipelineSteps : 1
  const found = new Rows()
  const begin = [0]
  const seconds: number[] = []
  const at = { gpus: new Float64Array(positions.length), batch: new Float64Array(positions.length) }
  for (const [point, position] of positions.entries()) {
    const [n, b] = [gpus[position % gpus.length]!, batches[Math.floor(position / gpus.length)]!]
    at.gpus[point] = n
    at.batch[point] = b
    for (let pass = 0; pass < passes; pass++) {
      found.clear()
      for (const probe of probes)
        for (let step = 0; step < steps; step++)
          probe.passes[pass]!.eachLayout(n, b, step, (terms) => found.add(terms, probe.factor))
      for (const value of found.fastest(changes)) seconds.push(value)
      begin.push(seconds.length / TERMS.length)
    }
  }
  return { position: positions, ...at, begin: Uint32Array.from(begin), seconds: Float64Array.from(seconds) }
}

/** The points of several as one; none is in two of them. */
export function mergeLayouts(all: readonly LayoutColumns[]): LayoutColumns {
  const joined = (of: (columns: LayoutColumns) => Float64Array | Uint32Array): number[] =>
    all.flatMap((columns) => [...of(columns)])
  let rows = 0
  const begin = all.flatMap(({ begin: from }) => {
    const here = Array.from(from.subarray(0, -1), (row) => rows + row)
    rows += from.at(-1)!
    return here
  })
  return {
    position: Uint32Array.from(joined(({ position }) => position)),
    gpus: Float64Array.from(joined(({ gpus }) => gpus)),
    batch: Float64Array.from(joined(({ batch }) => batch)),
    begin: Uint32Array.from([...begin, rows]),
    seconds: Float64Array.from(joined(({ seconds }) => seconds)),
  }
}

/** The frontier among the points under changed constants. */
export function frontierOfLayouts(setup: PaperSearchSetup, columns: LayoutColumns, changed: Changed): Staircase {
  const { position, gpus, batch, begin, seconds: rows } = columns
  const passes = position.length === 0 ? 1 : (begin.length - 1) / position.length
  const cap = setup.demandCapTokensPerSecond ?? Infinity
  const points = newPoints(position.length)
  const leastSeconds = new Float64Array(passes)
  for (let point = 0; point < position.length; point++) {
    for (let pass = 0; pass < passes; pass++) {
      const at = point * passes + pass
      const row = fastestOf(rows, begin[at]!, begin[at + 1]!, changed)
      leastSeconds[pass] = row === NONE ? Infinity : rowSeconds(rows, row, changed)
    }
    const seconds = tokenSeconds(setup, leastSeconds, changed.acceptance)
    if (seconds === Infinity || batch[point]! / seconds > cap) continue
    points.latencySeconds[point] = seconds
    points.cost[point] = (gpus[point]! * seconds) / batch[point]!
    points.position[point] = position[point]!
  }
  return staircase(points)
}

const NONE = -1

/** Row of the fastest from one row to before another, each term with its factor; NONE of none. */
function fastestOf(seconds: Float64Array, from: number, to: number, changed: Changed): number {
  let fastest = NONE
  let least = Infinity
  for (let row = from; row < to; row++) {
    const sum = rowSeconds(seconds, row, changed)
    if (sum >= least) continue
    least = sum
    fastest = row
  }
  return fastest
}

/** Seconds of a row, each term with its factor (A4). */
function rowSeconds(seconds: Float64Array, row: number, changed: Changed): number {
  const at = row * TERMS.length
  const memory = changed.memory * seconds[at + MEMORY]!
  const arithmetic = changed.arithmetic * seconds[at + ARITHMETIC]!
  return (
    changed.kernelTime * seconds[at + KERNEL_LAUNCH]! +
    changed.networkLatency * seconds[at + NETWORK_LATENCY]! +
    changed.networkBandwidth * seconds[at + NETWORK_BANDWIDTH]! +
    (memory > arithmetic ? memory : arithmetic)
  )
}

/** Seconds per token from those of the passes: plainly, or with as many drafts as are best (A5). */
function tokenSeconds({ rules }: PaperSearchSetup, passes: Float64Array, acceptance: number | null): number {
  let least = passes[0]!
  if (acceptance === null) return least
  for (let i = 2; i < passes.length; i++) {
    const drafts = rules.leastDrafts + i - 2
    const seconds = (passes[i]! + drafts * passes[1]!) / expectedTokens(acceptance, drafts)
    if (seconds < least) least = seconds
  }
  return least
}
