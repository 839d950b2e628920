import { signedPercent, threeSignificant, usd } from '../../../shared/report/format.ts'
import { nothingFitsInWords } from '../../../shared/report/least-change-in-words.ts'
import { gpusInWords } from '../../../shared/report/point-facts.ts'
import { rangeInWords, rangeOf } from '../../../shared/report/range-in-words.ts'
import type { Reading } from '../../../shared/report/readings-table.ts'
import type { Report } from '../../../shared/report/report.ts'
import { escapeHtml } from '../escape-html.ts'
import { namedSeries, type SectionContext, type SectionHtml } from '../section-context.ts'

type Kind = 'cost' | 'speed'

/** Changes up to half a percent are neither better nor worse. */
const LEAST_CHANGE = 0.005

function changeOf(report: Report, at: number, change: number | null, faster: boolean): string {
  if (at === report.readings.baseline) return '<span class="change">base</span>'
  if (change === null) return ''
  const kind = Math.abs(change) <= LEAST_CHANGE ? '' : change > 0 === faster ? ' better' : ' worse'
  return `<span class="change${kind}">${signedPercent(change)}</span>`
}

/** How sure all readings of a row are, where that is the same for all: then it is said once. */
function sameError(readings: readonly (Reading | null)[]): string | null {
  const errors = new Set(readings.flatMap((reading) => (reading === null ? [] : [reading.error.short])))
  return errors.size === 1 ? [...errors][0]! : null
}

/** A figure between two points has the mark of an estimate; beyond the frontier's end, the end is named. */
function readingCell(report: Report, at: number, reading: Reading | null, kind: Kind, sayError: boolean): string {
  if (reading === null) return `<td class="number quiet">${kind === 'cost' ? 'not this fast' : 'not this cheap'}</td>`
  const { placed, usdPerMillionTokens, tokensPerSecond } = reading
  const value = threeSignificant(kind === 'cost' ? usdPerMillionTokens : tokensPerSecond)
  const end = kind === 'cost' ? `at ${threeSignificant(tokensPerSecond)} tok/s` : `at ${usd(usdPerMillionTokens)}`
  const change = changeOf(report, at, kind === 'cost' ? reading.costChange : reading.speedChange, kind === 'speed')
  const gpus = gpusInWords(report.series[at]!.result.points, reading.index)
  const below = [placed === 'end' ? end : gpus, ...(sayError ? [reading.error.short] : [])].join(', ')
  const range = rangeOf({ kind: kind === 'cost' ? 'at-speed' : 'at-cost' }, reading)
  const ends =
    range === null
      ? ''
      : `<br><span class="range small">${rangeInWords({ kind: kind === 'cost' ? 'at-speed' : 'at-cost' }, range)}</span>`
  return `<td class="number">${placed === 'between' ? '~' : ''}${value} ${change}${ends}<br><span class="quiet small">${below}</span></td>`
}

function readingsOf(context: SectionContext, title: string, heads: readonly string[], kind: Kind): string {
  const { report } = context
  const head = heads.map((text) => `<th scope="col" class="number">${text}</th>`).join('')
  const rows = report.readings.rows.map((row, at) => {
    const name = namedSeries(context, at)
    if (row === null)
      return `<tr><th scope="row">${name}</th><td colspan="${heads.length}" class="quiet">${escapeHtml(nothingFitsInWords(report.series[at]!.result) ?? 'no point')}</td></tr>`
    const readings = kind === 'cost' ? row.atSpeed : row.atCost
    const error = sameError(readings)
    const cells = readings.map((reading) => readingCell(report, at, reading, kind, error === null))
    return `<tr><th scope="row">${name}${error === null ? '' : `<br><span class="quiet small">${error}</span>`}</th>${cells.join('')}</tr>`
  })
  return `<table><thead><tr><th scope="col">${title}</th>${head}</tr></thead><tbody>${rows.join('')}</tbody></table>
<p class="table-note">~ between two points of the frontier, on the line through their logarithms; GPUs are those of the next faster point. Percentages compare with <bdi>${escapeHtml(report.series[report.readings.baseline]!.name)}</bdi>; ± is how far measured speeds are off, on average.${report.series.some(({ band }) => band !== null) ? ' Ranges below figures hold 90 % of the samples of the inputs that are uncertain.' : ''}</p>`
}

/** More columns than this are parted, so that none is squeezed. */
const columnsFor = (width: number): number => (width > 800 ? 9 : 6)

/** Tables of up to so many columns each, one below the other. */
function partedTables(context: SectionContext, title: string, heads: readonly string[], kind: Kind): string {
  const most = columnsFor(context.width)
  if (heads.length <= most) return readingsOf(context, title, heads, kind)
  const { report } = context
  const parts = Math.ceil(heads.length / most)
  const size = Math.ceil(heads.length / parts)
  return Array.from({ length: parts }, (_, part) => {
    const [from, to] = [part * size, (part + 1) * size]
    const rows = report.readings.rows.map((row) =>
      row === null ? null : { ...row, atSpeed: row.atSpeed.slice(from, to), atCost: row.atCost.slice(from, to) },
    )
    const readings = { ...report.readings, rows }
    return readingsOf({ ...context, report: { ...report, readings } }, title, heads.slice(from, to), kind)
  }).join('')
}

/** What each series costs at speeds, against the baseline. */
export const costSection: SectionHtml = (context) =>
  partedTables(
    context,
    'USD per million tokens',
    context.report.readings.speeds.map((speed) => `${threeSignificant(speed).replace(/\.0+$/, '')} tok/s`),
    'cost',
  )

/** How fast each series is at costs, where the comparison asks for some. */
export const speedSection: SectionHtml = (context) =>
  context.report.readings.costs.length === 0
    ? ''
    : partedTables(
        context,
        'Tokens per second per user',
        context.report.readings.costs.map((cost) => `${usd(cost)} /M`),
        'speed',
      )
