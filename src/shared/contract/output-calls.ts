import * as v from 'valibot'
import { chartPictureSchema } from '../report/chart-picture.ts'
import { tableDataSchema } from '../report/table-data.ts'
import { scenarioSchema } from '../scenario/scenario.ts'

/** null = the person chose no place. */
const saved = v.nullable(v.object({ fileName: v.string() }))

/** Calls that take charts, tables and reports out of the app. */
export const OUTPUT_CALLS = {
  /** Asks where to by the main process's dialog, as do the others. */
  'table.save': { input: v.object({ table: tableDataSchema, as: v.picklist(['csv', 'xlsx', 'html']) }), output: saved },
  /** `scale`: pixels of a PNG for each of the picture's own. */
  'picture.save': {
    input: v.variant('as', [
      v.object({ picture: chartPictureSchema, as: v.literal('svg') }),
      v.object({ picture: chartPictureSchema, as: v.literal('png'), scale: v.picklist([1, 2, 3]) }),
    ]),
    output: saved,
  },
  /** Puts a picture into the system's clipboard, which pages are denied. */
  'picture.copy': { input: chartPictureSchema, output: v.undefined() },
  /** The report of a comparison as one page of HTML that needs nothing from outside. */
  'report.saveHtml': { input: scenarioSchema, output: saved },
} as const satisfies Record<string, { input: v.GenericSchema; output: v.GenericSchema }>
