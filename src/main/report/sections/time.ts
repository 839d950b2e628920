import { namedSeries, type SectionHtml } from '../section-context.ts'
import { timeTables } from '../time-table.ts'

/** The parts of a pass's time at the preferred point of each series. */
export const timeSection: SectionHtml = (context) => timeTables(context.report.series, (at) => namedSeries(context, at))
