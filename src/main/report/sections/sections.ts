import type { ReportSectionId } from '../../../shared/report/report-sections.ts'
import type { SectionHtml } from '../section-context.ts'
import { assumptionsSection } from './assumptions.ts'
import { catalogSection } from './catalog.ts'
import { notesSection } from './notes.ts'
import { observedSection } from './observed.ts'
import { originSection } from './origin.ts'
import { overlaySection } from './overlay.ts'
import { panelsSection } from './panels.ts'
import { pointsSection } from './points.ts'
import { costSection, speedSection } from './readings.ts'
import { seriesSection } from './series.ts'
import { summarySection } from './summary.ts'
import { timeSection } from './time.ts'

/** What makes each section; a new one is a row in report-sections.ts, a file here and a line below. */
export const SECTIONS: Readonly<Record<ReportSectionId, SectionHtml>> = {
  summary: summarySection,
  overlay: overlaySection,
  'cost-at-speeds': costSection,
  'speed-at-costs': speedSection,
  panels: panelsSection,
  points: pointsSection,
  time: timeSection,
  observed: observedSection,
  series: seriesSection,
  assumptions: assumptionsSection,
  catalog: catalogSection,
  notes: notesSection,
  origin: originSection,
}
