import type { EntrySection } from '../../../shared/report/entry-facts.ts'
import { escapeHtml } from '../escape-html.ts'
import { definitions, type SectionHtml } from '../section-context.ts'

const sourcesHtml = ({ sources }: EntrySection): string =>
  sources.length === 0
    ? '<p class="sources">No source is given.</p>'
    : `<ul class="sources">${sources.map(([figures, source]) => `<li><strong>${escapeHtml(figures)}:</strong> ${escapeHtml(source)}</li>`).join('')}</ul>`

function entryHtml(entry: EntrySection): string {
  const { name, id, broughtAlong, facts, notes } = entry
  const heading = `<h3><bdi>${escapeHtml(name)}</bdi> <span class="quiet">${escapeHtml(id)}${broughtAlong ? ', from the scenario file' : ''}</span></h3>`
  const note = notes === '' ? '' : `<p class="entry-note">${escapeHtml(notes)}</p>`
  return `<section class="entry">${heading}<div class="entry-body">${definitions(facts)}<div>${note}${sourcesHtml(entry)}</div></div></section>`
}

/** Accelerators and models in use: figures, sources and the dates of prices. */
export const catalogSection: SectionHtml = ({ report }) => report.entries.map(entryHtml).join('')
