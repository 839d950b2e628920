import { escapeHtml } from '../escape-html.ts'
import type { SectionHtml } from '../section-context.ts'

/** The rule sets in use, and what all figures stand under. */
export const assumptionsSection: SectionHtml = ({ report }) =>
  `<ul class="plain">${report.assumptions.map((text) => `<li>${escapeHtml(text)}</li>`).join('')}</ul>`
