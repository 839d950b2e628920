import { changeColumn, numberColumn, textColumn, type TableData, type TableNote } from '../report/table-data.ts'
import type { JudgedSet, ValidatedRow } from './validation-report.ts'

/** Measured rows against their predictions as data, every fact a column. */
export function validationData(
  subject: string,
  rows: readonly ValidatedRow[],
  constants: JudgedSet,
  notes: readonly TableNote[],
): TableData {
  const facts = [...new Set(rows.flatMap((row) => Object.keys(row.facts)))]
  return {
    subject,
    title: 'Predicted against measured',
    columns: [
      textColumn('measurement'),
      ...facts.map((fact) => textColumn(fact.toLowerCase())),
      numberColumn('measured', 's'),
      numberColumn('predicted', 's'),
      changeColumn('error, predicted over measured'),
      textColumn('source'),
    ],
    rows: rows.map(({ name, facts: known, measuredSeconds, predictedSeconds, error, source }) => [
      name,
      ...facts.map((fact) => known[fact] ?? null),
      measuredSeconds,
      predictedSeconds,
      error,
      source,
    ]),
    notes: validationNotes(constants, notes),
  }
}

/** What the predictions stand under. @param notes what else is to be told of them */
export const validationNotes = (constants: JudgedSet, notes: readonly TableNote[]): TableNote[] => [
  { about: 'Rule set', text: `standard, ${constants} constants; error is predicted/measured - 1` },
  ...notes,
]
