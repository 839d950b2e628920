import * as v from 'valibot'
import { scenarioSchema, seriesSchema, title } from '../scenario/scenario.ts'
import { LARGEST_TEXT_FILE_BYTES } from '../scenario/text-file-limit.ts'
import { frontierResultSchema, spaceSizeSchema } from '../search/frontier-result.ts'
import { sensitivitySchema } from '../search/sensitivity/sensitivity.ts'
import { measuredDecodesSchema } from '../validation/measured-decode.ts'
import { validationSchema } from '../validation/validation-report.ts'
import { ARCHIVE_CALLS, archiveProgress } from './archive-calls.ts'
import { broughtAlong, job } from './job-input.ts'
import { CALIBRATION_CALLS, CALIBRATION_EVENTS } from './calibration-calls.ts'
import { CATALOG_CALLS, catalogNameSchema } from './catalog-calls.ts'
import { CLAIMS_CALLS, CLAIMS_EVENTS } from './claims-calls.ts'
import { INCOMING_CALLS } from './incoming-calls.ts'
import { OBSERVED_CALLS } from './observed-calls.ts'
import { LIBRARY_CALLS, scenarioId, scenarioSummary } from './library-calls.ts'
import { MENU_COMMAND_NAMES } from './menu-commands.ts'
import { QUESTIONS_CALLS, QUESTIONS_EVENTS } from './questions-calls.ts'
import { RANGES_CALLS } from './ranges-calls.ts'
import { REPORT_CALLS, REPORT_EVENTS } from './report-calls.ts'
import { OUTPUT_CALLS } from './output-calls.ts'
import { START_UP_CALLS } from './start-up-calls.ts'

const nothing = v.undefined()

export const themeSchema = v.picklist(['system', 'light', 'dark'])

/** By set of constants, so that the window can switch without asking again. */
const validationsSchema = v.object({ calibrated: validationSchema, physics: validationSchema })

/**
 * Every call the renderer can make, with the parser of its input (run in the main process) and of its output
 * (run before it leaves). A call is one entry here and one handler in src/main/ipc.
 */
export const CALLS = {
  ...START_UP_CALLS,
  'app.info': {
    input: nothing,
    output: v.object({
      version: v.string(),
      electron: v.string(),
      runtimeNote: v.nullable(v.string()),
      theme: themeSchema,
      /** The saved scenario that this window is to show. */
      scenario: v.nullable(scenarioId),
    }),
  },
  /** Opens another window, with a saved scenario or with the gallery. */
  'window.open': { input: v.nullable(scenarioId), output: nothing },
  'app.setTheme': { input: themeSchema, output: nothing },
  /** Puts text into the system's clipboard, which pages are denied. */
  'clipboard.writeText': { input: v.pipe(v.string(), v.maxLength(4_000_000)), output: nothing },
  ...CATALOG_CALLS,
  'frontier.compute': {
    input: v.object({ job, series: seriesSchema, catalog: broughtAlong }),
    output: frontierResultSchema,
  },
  /** What a frontier becomes with each of its inputs better; cancelled as a search is. */
  'frontier.sensitivity': {
    input: v.object({ job, series: seriesSchema, catalog: broughtAlong }),
    output: sensitivitySchema,
  },
  ...RANGES_CALLS,
  'frontier.cancel': { input: job, output: nothing },
  /** How large a search would be; nothing is computed. */
  'frontier.space': {
    input: v.object({ series: seriesSchema, catalog: broughtAlong }),
    output: spaceSizeSchema,
  },
  /** The twelve saved or opened last, and the favourites. */
  'scenario.list': { input: nothing, output: v.array(scenarioSummary) },
  /** Refused while another window has it open. */
  'scenario.open': { input: scenarioId, output: scenarioSchema },
  /** This window shows no saved scenario from now on. */
  'scenario.leave': { input: nothing, output: nothing },
  /** Saves over `id`, or as a new one where it is null; gives the id. */
  'scenario.save': {
    input: v.object({ id: v.nullable(scenarioId), scenario: scenarioSchema }),
    output: scenarioSummary,
  },
  'scenario.rename': {
    input: v.object({ id: scenarioId, name: title }),
    output: scenarioSummary,
  },
  ...LIBRARY_CALLS,
  ...INCOMING_CALLS,
  ...ARCHIVE_CALLS,
  /** Reads the text of a scenario file that was dropped on the window. */
  'file.read': {
    input: v.pipe(v.string(), v.maxLength(LARGEST_TEXT_FILE_BYTES)),
    output: scenarioSchema,
  },
  'file.save': { input: scenarioSchema, output: v.nullable(v.object({ fileName: v.string() })) },
  ...REPORT_CALLS,
  ...OBSERVED_CALLS,
  ...CALIBRATION_CALLS,
  ...OUTPUT_CALLS,
  ...QUESTIONS_CALLS,
  ...CLAIMS_CALLS,
  /** The standard rules against the measurements that ship with the app. */
  'validation.report': { input: nothing, output: validationsSchema },
  /** Asks for a file of measurements by the main process's dialog; null = the person chose none. */
  'validation.openCsv': {
    input: nothing,
    output: v.nullable(
      v.object({
        fileName: v.string(),
        validations: validationsSchema,
        /** What constants can be fitted to; null where the file has no decode times. */
        decode: v.nullable(measuredDecodesSchema),
      }),
    ),
  },
} as const satisfies Record<string, { input: v.GenericSchema; output: v.GenericSchema }>

/** Every event the main process sends, with its payload's parser. */
export const EVENTS = {
  'frontier.progress': v.object({ job, done: v.number(), total: v.number() }),
  /** A person's own entry of this table was written. */
  'catalog.changed': catalogNameSchema,
  ...REPORT_EVENTS,
  ...QUESTIONS_EVENTS,
  ...CLAIMS_EVENTS,
  ...CALIBRATION_EVENTS,
  /** Another window saved, renamed, deleted or restored a scenario. */
  'library.changed': v.null(),
  /** Scenario files wait to be taken (`file.waiting`). */
  'file.arrived': v.null(),
  'archive.progress': archiveProgress,
  'menu.command': v.picklist(MENU_COMMAND_NAMES),
} as const satisfies Record<string, v.GenericSchema>

export type CallName = keyof typeof CALLS
export type CallInput<N extends CallName> = v.InferOutput<(typeof CALLS)[N]['input']>
export type CallOutput<N extends CallName> = v.InferOutput<(typeof CALLS)[N]['output']>
export type EventName = keyof typeof EVENTS
export type EventPayload<N extends EventName> = v.InferOutput<(typeof EVENTS)[N]>
export type Theme = v.InferOutput<typeof themeSchema>

/** What crosses the bridge: a failure keeps its kind, which Electron's own rejections lose. */
export type Reply<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly kind: 'input' | 'cancelled' | 'newer-version' | 'failed'; readonly message: string }

/** The only thing the preload puts into the window. */
export interface Bridge {
  invoke<N extends CallName>(name: N, input: CallInput<N>): Promise<Reply<CallOutput<N>>>
  on<N extends EventName>(name: N, listener: (payload: EventPayload<N>) => void): () => void
}
