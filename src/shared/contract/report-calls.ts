import * as v from 'valibot'
import { reportSettingsSchema } from '../report/report-settings.ts'
import { scenarioSchema, title } from '../scenario/scenario.ts'

const nothing = v.undefined()
const job = v.pipe(v.string(), v.minLength(1), v.maxLength(100))
const templateId = v.pipe(v.number(), v.integer(), v.minValue(1))
const template = v.object({ id: templateId, name: v.string(), settings: reportSettingsSchema })
const asked = { job, scenario: scenarioSchema, settings: reportSettingsSchema }

/** Calls about the PDF report and its templates. */
export const REPORT_CALLS = {
  /** The settings last used, and the templates by name. */
  'report.start': {
    input: nothing,
    output: v.object({ settings: reportSettingsSchema, templates: v.array(template) }),
  },
  /** Computes the report and gives the address of it as a page, for a frame that is sandboxed. */
  'report.preview': { input: v.object(asked), output: v.string() },
  /** Asks where to, computes the report, prints it; null = the person chose no place. Tells of its progress. */
  'report.savePdf': { input: v.object(asked), output: v.nullable(v.object({ fileName: v.string() })) },
  'report.cancel': { input: job, output: nothing },
  /** Saves over `id`, or as a new one where it is null. Refused where another has the name. */
  'report.saveTemplate': {
    input: v.object({ id: v.nullable(templateId), name: title, settings: reportSettingsSchema }),
    output: template,
  },
  'report.renameTemplate': { input: v.object({ id: templateId, name: title }), output: template },
  'report.deleteTemplate': { input: templateId, output: nothing },
} as const satisfies Record<string, { input: v.GenericSchema; output: v.GenericSchema }>

export const REPORT_EVENTS = {
  'report.progress': v.object({ job, stage: v.picklist(['computing', 'printing']), done: v.number() }),
} as const satisfies Record<string, v.GenericSchema>

export type ReportTemplate = v.InferOutput<typeof template>
