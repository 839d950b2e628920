import type { ValidatedRow, ValidationReport } from './validation-report.ts'

/** Rows of a report by one of its groupings, the style of each by its place among all groups. */
export const agreementGroups = (
  { groupings }: Pick<ValidationReport, 'groupings'>,
  title: string,
  rows: readonly ValidatedRow[],
) =>
  (groupings.find((grouping) => grouping.title === title)?.groups ?? []).map(({ name }, styleIndex) => ({
    name,
    styleIndex,
    rows: rows.filter((row) => row.groups[title] === name),
  }))
