import { milliseconds, threeSignificant } from '../../shared/report/format.ts'
import { LIGHT } from '../../shared/report/palette.ts'
import type { PreferredPoint, SeriesSection } from '../../shared/report/report.ts'
import type { RulesId } from '../../shared/model/rules.ts'
import { termsOf } from '../../shared/search/binding.ts'
import { escapeHtml } from './escape-html.ts'

interface TimedSeries {
  readonly section: SeriesSection
  readonly preferred: PreferredPoint
  readonly styleIndex: number
}

const total = ({ parts }: PreferredPoint): number =>
  parts.reduce((sum, { seconds, hidden }) => sum + (hidden ? 0 : seconds), 0)

function bar(preferred: PreferredPoint, longest: number): string {
  const parts = preferred.parts
    .filter(({ hidden }) => !hidden)
    .map(
      ({ id, seconds }) =>
        `<span style="width:${((100 * seconds) / longest).toFixed(2)}%;background:${LIGHT.terms[id]}"></span>`,
    )
  return `<div class="time-bar">${parts.join('')}</div>`
}

function tableOf(rules: RulesId, series: readonly TimedSeries[], nameOf: (at: number) => string): string {
  const columns = termsOf(rules).filter(({ id }) =>
    series.some(({ preferred }) => preferred.parts.some((part) => part.id === id)),
  )
  const longest = Math.max(...series.map(({ preferred }) => total(preferred)))
  const head = columns
    .map(
      ({ id, label }) =>
        `<th class="number"><span class="key" style="background:${LIGHT.terms[id]}"></span>${escapeHtml(label)}</th>`,
    )
    .join('')
  const rows = series.map(({ preferred, styleIndex }) => {
    const cells = columns.map(({ id }) => {
      const part = preferred.parts.find((candidate) => candidate.id === id)
      if (part === undefined) return '<td class="number quiet">–</td>'
      const shown = threeSignificant(1e3 * part.seconds)
      return part.hidden ? `<td class="number quiet">(${shown})</td>` : `<td class="number">${shown}</td>`
    })
    const name = `<th scope="row">${nameOf(styleIndex)}${bar(preferred, longest)}</th>`
    return `<tr>${name}${cells.join('')}<td class="number">${milliseconds(total(preferred))}</td></tr>`
  })
  return `<table class="times"><thead><tr><th>Milliseconds</th>${head}<th class="number">Pass</th></tr></thead><tbody>${rows.join('')}</tbody></table>`
}

/**
 * Where the time of the preferred points goes, a table for each rule set, as its terms are its own.
 * @param nameOf a series by its place, as HTML
 */
export function timeTables(sections: readonly SeriesSection[], nameOf: (at: number) => string): string {
  const timed = sections.flatMap((section, styleIndex) =>
    section.preferred === null ? [] : [{ section, preferred: section.preferred, styleIndex }],
  )
  const rules = [...new Set(timed.map(({ section }) => section.result.points.rules))]
  const notes = timed.flatMap(({ section, preferred }) => [
    ...(preferred.speculates
      ? [`${section.name}: the model’s pass over the drafted tokens, without the drafts’ own.`]
      : []),
    ...(preferred.termsLeftOut.length === 0
      ? []
      : [`${section.name}: left out by choice: ${preferred.termsLeftOut.join(', ').toLowerCase()}.`]),
  ])
  if (rules.includes('paper')) notes.push('In brackets: overlapped by the longer of memory and arithmetic.')
  const tables = rules.map((id) =>
    tableOf(
      id,
      timed.filter(({ section }) => section.result.points.rules === id),
      nameOf,
    ),
  )
  return `${tables.join('')}${notes.map((note) => `<p class="table-note">${escapeHtml(note)}</p>`).join('')}`
}
