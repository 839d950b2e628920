import { createHash } from 'node:crypto'
import * as v from 'valibot'
import { BUILT_IN_CATALOG } from '../../../shared/catalog/builtin.ts'
import { InputError, NewerVersionError, parseInput } from '../../../shared/scenario/input-error.ts'
import { parseJson } from '../../../shared/scenario/parse-json.ts'
import type { SweepPlan } from '../../../shared/sweep/sweep-plan.ts'
import type { Sweep } from '../../../shared/sweep/sweep.ts'
import type { CommandHost } from '../command-host.ts'
import { shardName } from './shard.ts'

const NOTE_VERSION = 1
const whole = v.pipe(v.number('a whole number'), v.integer('a whole number'), v.minValue(1, 'at least 1'))

const noteSchema = v.strictObject({
  format: v.literal('paretoscope/sweep-results', '"paretoscope/sweep-results"'),
  version: v.literal(NOTE_VERSION, `${NOTE_VERSION}`),
  /** The version of the app that computed the rows. */
  app: v.string('a text'),
  /** SHA-256 of all that decides the rows of the sweep. */
  sweep: v.string('a text'),
  rows: v.picklist(['readings', 'points'], '"readings" or "points"'),
  combinations: whole,
  shard: v.strictObject({ index: whole, of: whole }),
})

/** What is noted beside a file of results: which sweep, and which part of it, it has the rows of. */
export type ResultsNote = v.InferOutput<typeof noteSchema>

export const notePath = (results: string): string => `${results}.sweep`
export const formatNote = (note: ResultsNote): string => `${JSON.stringify(note, null, 2)}\n`

export const newNote = (
  about: Pick<ResultsNote, 'app' | 'sweep' | 'rows' | 'combinations' | 'shard'>,
): ResultsNote => ({
  format: 'paretoscope/sweep-results',
  version: NOTE_VERSION,
  ...about,
})

/** @throws InputError where there is none or it is broken, NewerVersionError */
export async function readNote(host: CommandHost, results: string): Promise<ResultsNote> {
  const path = notePath(results)
  if (!(await host.exists(path))) throw new InputError('', `has no ${path} beside it that says which sweep it is of`)
  try {
    const json = parseJson(await host.readTextFile(path))
    const version = typeof json === 'object' && json !== null && 'version' in json ? json.version : null
    if (typeof version === 'number' && version > NOTE_VERSION) throw new NewerVersionError(version, NOTE_VERSION)
    return parseInput(noteSchema, json)
  } catch (error) {
    throw error instanceof InputError ? new InputError(path, error.message) : error
  }
}

/** How the results that are there differ from those wanted, in words; null where they are of the same sweep. */
export function differenceOf(there: ResultsNote, wanted: ResultsNote): string | null {
  if (there.sweep !== wanted.sweep) return 'has the results of another sweep'
  if (there.app !== wanted.app) return `was computed by version ${there.app}, and this is ${wanted.app}`
  if (there.rows !== wanted.rows) return `has a row for each ${there.rows === 'points' ? 'point' : 'frontier'}`
  if (shardName(there.shard) !== shardName(wanted.shard))
    return `is shard ${shardName(there.shard)}, and this is ${shardName(wanted.shard)}`
  return null
}

/** Tells sweeps apart by what decides their rows: not by names, nor by whether values were listed or given as a range. */
export function sweepHash(sweep: Sweep, plan: SweepPlan): string {
  const { accelerators, models, series, speeds } = sweep
  const axes = plan.axes.map(({ path, values }) => [path, values])
  const { name: _, ...inputs } = series
  const all = [BUILT_IN_CATALOG, sorted({ accelerators, models, inputs }), axes, speeds]
  return createHash('sha256').update(JSON.stringify(all)).digest('hex')
}

/** With the keys of all objects in one order. */
function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(sorted)
  const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(entries.map(([key, inner]) => [key, sorted(inner)]))
}
