import { escapeHtml } from '../escape-html.ts'
import type { SectionHtml } from '../section-context.ts'

/** What the figures say, in sentences computed from them, and the four that matter most. */
export const summarySection: SectionHtml = ({ report }) => {
  // The figure that a reader looks for first.
  const sentences = escapeHtml(report.summary.join(' ')).replace(/\$[\d.,]+ per million tokens/, '<strong>$&</strong>')
  const figures = report.headlines
    .map(({ value, says }) => `<li><strong>${escapeHtml(value)}</strong><span>${escapeHtml(says)}</span></li>`)
    .join('')
  return `<p class="summary">${sentences}</p>${figures === '' ? '' : `<ul class="headlines">${figures}</ul>`}`
}
