import * as v from 'valibot'

const nothing = v.undefined()

const backupSchema = v.object({
  name: v.string(),
  kind: v.picklist(['daily', 'before-update', 'before-import']),
  /** Milliseconds since 1970. */
  madeAt: v.number(),
  bytes: v.number(),
  /** Saved comparisons in it. */
  scenarios: v.number(),
})

/** Why the saved data cannot be opened: written by a newer app, damaged, or out of reach for now. */
const startUpProblemSchema = v.object({
  kind: v.picklist(['newer', 'damaged', 'unusable']),
  /** In full sentences, with where the data lie and what was left alone. */
  message: v.string(),
  /** Whole ones that could take the place of damaged data, the newest first. */
  backups: v.array(backupSchema),
})

/** Null: the data are open, and the app's window takes over. */
const outcome = v.nullable(startUpProblemSchema)

/** Calls of the start-up screen; answered only while it is shown. */
export const START_UP_CALLS = {
  'startUp.problem': { input: nothing, output: outcome },
  'startUp.tryAgain': { input: nothing, output: outcome },
  /** Puts a backup, by its name, in the place of damaged data, which are kept under another name. */
  'startUp.restore': { input: v.pipe(v.string(), v.maxLength(100)), output: outcome },
  /** Keeps damaged data under another name and starts without any. */
  'startUp.startEmpty': { input: nothing, output: outcome },
  'startUp.showFolder': { input: nothing, output: nothing },
  'startUp.quit': { input: nothing, output: nothing },
} as const satisfies Record<string, { input: v.GenericSchema; output: v.GenericSchema }>

export type StartUpCallName = keyof typeof START_UP_CALLS
export type StartUpBackup = v.InferOutput<typeof backupSchema>
export type StartUpProblem = v.InferOutput<typeof startUpProblemSchema>
