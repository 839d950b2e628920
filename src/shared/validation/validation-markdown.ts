import { CONSTANT_SETS } from '../model/standard/constants.ts'
import { STANDARD_TERMS } from '../model/standard/standard-pass.ts'
import type { ErrorSummary } from './error-summary.ts'
import type { ValidatedRow, ValidationReport } from './validation-report.ts'

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`
const signed = (share: number): string => `${share > 0 ? '+' : ''}${percent(share)}`
const cell = (text: string): string => text.replaceAll(/[\p{Cc}|]+/gu, ' ')
const milliseconds = (seconds: number): string => (1e3 * seconds).toPrecision(3)

/** A Markdown table, padded so that it reads well as plain text too; every column but the first to the right. */
function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const all = [head, ...rows].map((row) => row.map(cell))
  const widths = head.map((_, i) => Math.max(3, ...all.map((row) => row[i]!.length)))
  const line = (row: readonly string[]) =>
    `| ${row.map((text, i) => (i === 0 ? text.padEnd(widths[i]!) : text.padStart(widths[i]!))).join(' | ')} |`
  const rule = `|${widths.map((width, i) => (i === 0 ? '-'.repeat(width + 2) : `${'-'.repeat(width + 1)}:`)).join('|')}|`
  return [line(all[0]!), rule, ...all.slice(1).map(line)].join('\n')
}

const SUMMARY_HEAD = ['rows', 'mean error', 'median', 'bias', 'within 10 %', '20 %', '50 %']

const summaryCells = (summary: ErrorSummary): string[] => [
  String(summary.rows),
  percent(summary.meanAbsoluteError),
  percent(summary.medianAbsoluteError),
  signed(summary.bias),
  percent(summary.within10Percent),
  percent(summary.within20Percent),
  percent(summary.within50Percent),
]

function worstTable(worst: readonly ValidatedRow[]): string {
  const terms = worst.some(({ breakdown }) => breakdown !== null) ? STANDARD_TERMS : []
  return table(
    ['Worst rows (milliseconds)', 'measured', 'predicted', 'error', ...terms.map(({ label }) => label)],
    worst.map(({ name, measuredSeconds, predictedSeconds, error, breakdown }) => [
      name,
      milliseconds(measuredSeconds),
      milliseconds(predictedSeconds),
      signed(error),
      ...terms.map(({ id }) => (breakdown === null ? '' : milliseconds(breakdown[id] ?? 0))),
    ]),
  )
}

/** A validation as Markdown tables. */
export function validationMarkdown(title: string, report: ValidationReport): string {
  const { coverage, overall, constants, groupings, worst } = report
  const reasons = coverage.notPredicted.map(({ why, rows }) => `- ${rows} not predicted: ${cell(why)}\n`).join('')
  const sets = CONSTANT_SETS.flatMap((set) => (overall[set] === null ? [] : [[set, ...summaryCells(overall[set])]]))
  const parts = [
    `## ${title}`,
    `${coverage.predicted} of ${coverage.attempted} rows predicted.\n${reasons}`.trimEnd(),
    ...(sets.length === 0 ? [] : [table(['Constants', ...SUMMARY_HEAD], sets), `With ${constants} constants:`]),
    ...groupings
      .filter(({ groups }) => groups.length > 0)
      .map((grouping) =>
        table(
          [grouping.title, ...SUMMARY_HEAD],
          grouping.groups.map(({ name, summary }) => [name, ...summaryCells(summary)]),
        ),
      ),
    ...(worst.length === 0 ? [] : [worstTable(worst)]),
  ]
  return `${parts.join('\n\n')}\n`
}
