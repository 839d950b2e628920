import { readdirSync, readFileSync } from 'node:fs'

const FOLDER = new URL('../fixtures/paper/', import.meta.url)

/** A random setup and what the notebook made of it (test/fixtures/paper/README.md). */
export interface GoldenPoint {
  readonly model: string
  readonly gpu: string
  readonly n_gpu: number
  readonly batch: number
  readonly input_len: number
  readonly seq_len: number
  readonly use_pp: boolean
  readonly allow_attn_scaledown: boolean
  readonly latency: number | null
  readonly section_2_2: number | null
  readonly flop: number
  readonly ff_rw_bytes_tp4: number
  readonly attn_rw_bytes_tp4: number
  readonly spec_dec?: {
    readonly draft: string
    readonly acceptance: number
    readonly gamma_max: number
    readonly latency: number | null
  }
}

export interface GoldenCollective {
  readonly gpu: string
  readonly op: 'allreduce' | 'all-to-all' | 'p2p'
  readonly n_ranks: number
  readonly n_nodes: number
  readonly bytes: number
  readonly total: number
  readonly latency: number
  readonly bandwidth: number
}

export interface GoldenModel {
  readonly total_params: number
  readonly active_params: number
  readonly kv_bytes_per_token: number
  readonly attn_params_per_layer: number
}

export interface GoldenFrontier {
  readonly name: string
  readonly modelKey: string
  readonly acceleratorKey: string
  readonly draftKey: string | null
  readonly input_len: number
  readonly max_tps: number | null
  readonly acceptance: number | null
  readonly tokens_per_second: readonly number[]
  readonly usd_per_million: readonly number[]
  readonly n_gpu: readonly number[]
  readonly batch: readonly number[]
  readonly mfu: readonly number[]
}

export interface GoldenComparison {
  readonly comparison: string
  readonly use_pp: boolean
  readonly frontiers: readonly GoldenFrontier[]
}

const read = (path: string): unknown => JSON.parse(readFileSync(new URL(path, FOLDER), 'utf8'))

export const GOLDEN = read('points.json') as {
  readonly latency: readonly GoldenPoint[]
  readonly collectives: readonly GoldenCollective[]
  readonly models: Readonly<Record<string, GoldenModel>>
}

export const GOLDEN_COMPARISONS: readonly GoldenComparison[] = readdirSync(new URL('frontiers/', FOLDER))
  .toSorted()
  .map((name) => read(`frontiers/${name}`) as GoldenComparison)

/** How far a figure is from the golden one, as a share of it. */
export const relativeError = (found: number, golden: number): number =>
  golden === 0 ? Math.abs(found) : Math.abs(found / golden - 1)

/** Differences of more than 1e-9, with what tells which. */
export const misses = <T extends { readonly found: number; readonly golden: number }>(rows: readonly T[]): T[] =>
  rows.filter(({ found, golden }) => !(relativeError(found, golden) <= 1e-9))
