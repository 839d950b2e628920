import * as v from 'valibot'
import { scenarioSchema } from '../scenario/scenario.ts'
import { scenarioId } from './library-calls.ts'

/** A scenario file that a person gave the app: what it holds, or why it cannot be read. */
const incomingFile = v.object({
  fileName: v.string(),
  scenario: v.nullable(scenarioSchema),
  problem: v.nullable(v.string()),
})

/** How a scenario stands to those that are saved: one of its name with the same content, with another, or none. */
const standing = v.object({
  state: v.picklist(['new', 'same', 'differs']),
  /** The saved one of its name. */
  id: v.nullable(scenarioId),
})

/** What becomes of a scenario whose name is taken by another: one's own stays, theirs takes its place, or both are there. */
const onDiffering = v.picklist(['both', 'theirs', 'mine'])

const taken = v.object({
  /** `kept`: the saved one stays as it is, and theirs is left out. */
  outcome: v.picklist(['added', 'replaced', 'kept']),
  /** Of the saved one that has its name now. */
  id: scenarioId,
})

/** Calls about scenario files from outside. Nothing of them is stored before `library.take`. */
export const INCOMING_CALLS = {
  /** Asks for scenario files by the main process's dialog; none where the person chose none. */
  'file.open': { input: v.undefined(), output: v.array(incomingFile) },
  /** Files that the app was started with, or that were opened with it since, each told once. */
  'file.waiting': { input: v.undefined(), output: v.array(incomingFile) },
  'library.standing': { input: v.pipe(v.array(scenarioSchema), v.maxLength(1000)), output: v.array(standing) },
  /** A saved scenario as it is; it does not count as opened. */
  'library.look': { input: scenarioId, output: scenarioSchema },
  /** Puts a scenario into the library; one whose place it takes stays as a version. */
  'library.take': { input: v.object({ scenario: scenarioSchema, onDiffering }), output: taken },
} as const satisfies Record<string, { input: v.GenericSchema; output: v.GenericSchema }>

export type IncomingFile = v.InferOutput<typeof incomingFile>
export type Standing = v.InferOutput<typeof standing>
export type OnDiffering = v.InferOutput<typeof onDiffering>
export type Taken = v.InferOutput<typeof taken>
