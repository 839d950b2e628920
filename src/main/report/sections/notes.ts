import { ownText, type SectionHtml } from '../section-context.ts'

/** The notes that are part of the comparison. */
export const notesSection: SectionHtml = ({ report }) => ownText(report.notes)
