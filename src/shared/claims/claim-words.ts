import { grouped } from '../report/format.ts'
import { inUnit } from '../report/quantities.ts'
import { textColumn, type TableData, type TableNote } from '../report/table-data.ts'
import { ASSUMPTION } from '../report/table-notes.ts'
import type { ClaimField, ClaimInput, Range } from './claim-fields.ts'
import type { Claim } from './claim.ts'
import type { ClaimResult, JudgedFigure } from './claim-result.ts'
import { verdictInWords } from './verdict.ts'

/** "24.2 ms"; "not measured" where there is nothing to measure it on. */
export const valueInWords = ({ value, unit }: Pick<JudgedFigure, 'value' | 'unit'>): string =>
  value === null ? 'not measured' : inUnit(value, unit)

/** The figure that tells most of the verdict: the first that comes to it. */
const decidingFigure = ({ figures, verdict }: ClaimResult): JudgedFigure | undefined =>
  figures.find((figure) => figure.verdict?.kind === verdict.kind) ?? figures[0]

/** "1.96, claimed 1.9 to 2.0". */
export function headlineOf(result: ClaimResult): string {
  const figure = decidingFigure(result)
  if (figure === undefined) return ''
  return figure.claimed === null ? valueInWords(figure) : `${valueInWords(figure)}, claimed ${figure.claimed.says}`
}

const rangeInWords = ({ from, to }: Range, unit: JudgedFigure['unit']): string =>
  `${inUnit(from, unit)} to ${inUnit(to, unit)}`

function inputInWords(field: ClaimField, value: ClaimInput): string {
  if (field.kind === 'number' && field.whole) return `${grouped(value as number)} ${field.unit}`
  if (field.kind === 'number') return inUnit(value as number, field.unit)
  if (field.kind === 'range') return rangeInWords(value as Range, field.unit)
  if (field.kind === 'choice') return field.options.find(({ id }) => id === value)!.label
  return value as string
}

/** The inputs of a result by what they are called. */
export const inputsInWords = (
  { fields }: Claim,
  { inputs }: Pick<ClaimResult, 'inputs'>,
): [name: string, value: string][] =>
  Object.entries(fields).map(([name, field]) => [field.label, inputInWords(field, inputs[name]!)])

/** What the figures of a claim stand under, for whatever is taken out of it. */
export const claimNotes = (claim: Claim, result: ClaimResult): TableNote[] => [
  { about: 'Claim', text: claim.statement },
  { about: 'Verdict', text: `${verdictInWords(result.verdict)}: ${headlineOf(result)}` },
  ...inputsInWords(claim, result).map(([about, text]) => ({ about, text })),
  ...result.assumptions.map((text) => ({ about: ASSUMPTION, text })),
]

/** The figures of a claim as a table: measured, claimed, and what that comes to. */
export const figuresTable = (
  { title }: Claim,
  { figures }: ClaimResult,
  notes: readonly TableNote[] = [],
): TableData => ({
  subject: title,
  title: 'Figures',
  columns: [textColumn('figure'), textColumn('measured'), textColumn('claimed'), textColumn('verdict')],
  rows: figures.map((figure) => [
    figure.label,
    valueInWords(figure),
    figure.claimed?.says ?? '',
    figure.verdict === null ? '' : verdictInWords(figure.verdict),
  ]),
  notes: [...notes],
})
