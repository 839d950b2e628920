import * as v from 'valibot'
import { scenarioSchema } from '../scenario/scenario.ts'
import { catalogNameSchema } from './catalog-calls.ts'
import { scenarioId } from './library-calls.ts'

const nothing = v.undefined()
const fileName = v.string()
/** Names one file that was read; another one that is read takes its place. */
const token = v.pipe(v.number(), v.integer(), v.minValue(1))
const key = v.pipe(v.string(), v.maxLength(300))
/** Against what is here: nothing like it, the same, or something else under that name or id. */
const state = v.picklist(['new', 'same', 'differs'])

/** What becomes of something that differs: one's own stays alone, theirs takes its place, or both are there. */
const choice = v.picklist(['mine', 'theirs', 'both'])

const archiveScenario = v.object({
  key,
  name: v.string(),
  /** Milliseconds since 1970. */
  savedAt: v.number(),
  versions: v.number(),
  /** Names of folders from the top; empty: in none. */
  folder: v.array(v.string()),
  tags: v.array(v.string()),
  inBin: v.boolean(),
  state,
  /** One's own that differs; null where none does. */
  mine: v.nullable(v.object({ id: scenarioId, savedAt: v.number() })),
})

const archiveEntry = v.object({ key, catalog: catalogNameSchema, id: v.string(), name: v.string(), state })

const preview = v.object({
  token,
  fileName,
  scenarios: v.array(archiveScenario),
  entries: v.array(archiveEntry),
  /** What of the file this app cannot read, with the reason. */
  leftOut: v.array(v.string()),
})

/** Calls about a whole library as one file, which only a dialog of the main process names. */
export const ARCHIVE_CALLS = {
  /** Asks where to and writes; says in words what is in it. null = the person chose no place. */
  'archive.export': { input: nothing, output: v.nullable(v.object({ fileName, says: v.string() })) },
  /** Asks for a file and reads it, without changing anything. null = the person chose none. */
  'archive.open': { input: nothing, output: v.nullable(preview) },
  /** A scenario of what was read, with the entries of its library that it names. */
  'archive.look': { input: v.object({ token, key }), output: scenarioSchema },
  /** Imports what was read, all or nothing; what differs and has no choice stays as it is here. */
  'archive.import': {
    input: v.object({ token, choices: v.pipe(v.array(v.object({ key, choice })), v.maxLength(100_000)) }),
    /** What was done, in words, and the scenarios that are others now. */
    output: v.object({ says: v.string(), replaced: v.array(v.number()) }),
  },
  'archive.close': { input: token, output: nothing },
} as const satisfies Record<string, { input: v.GenericSchema; output: v.GenericSchema }>

/** How far the writing or reading of a file has come; `share` from 0 to 1. */
export const archiveProgress = v.object({ doing: v.picklist(['exporting', 'reading']), share: v.number() })

export type ArchiveChoice = v.InferOutput<typeof choice>
export type ArchiveState = v.InferOutput<typeof state>
export type ArchivePreview = v.InferOutput<typeof preview>
