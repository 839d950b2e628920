import type { AcceleratorEntry } from '../../../shared/catalog/accelerator-entry.ts'
import type { ModelEntry } from '../../../shared/catalog/model-entry.ts'
import { sourcesOf } from '../../../shared/report/entry-facts.ts'
import {
  numberColumn,
  textColumn,
  type TableColumn,
  type TableData,
  type TableNote,
} from '../../../shared/report/table-data.ts'
import type { ComparedFigure } from './comparison.tsx'
import type { EntryColumn } from './entry-listing.ts'

interface SourcedRow {
  readonly id: string
  readonly entry: AcceleratorEntry | ModelEntry
}

interface DataOf<R> {
  /** "Accelerators". */
  readonly subject: string
  readonly rows: readonly R[]
  readonly name: (row: R) => string
  /** What else is to be told. */
  readonly notes: readonly TableNote[]
}

/** Where each entry's figures are from. */
const sourceNotes = <R extends SourcedRow>({ rows, name, notes }: DataOf<R>): TableNote[] => [
  ...rows.flatMap((row) => {
    const sources = sourcesOf(row.id, row.entry)
    const text = sources.map(([figures, source]) => `${figures}: ${source}`).join('; ')
    return text === '' ? [] : [{ about: name(row), text }]
  }),
  ...notes,
]

const columnOf = <R>({ label, unit = '', kind = 'text' }: EntryColumn<R>): TableColumn => ({
  title: label,
  // A change carries its own sign and %.
  unit: kind === 'change' ? 'share of 1' : unit,
  kind,
})

/** A table of entries as it is seen, its figures in full precision, the sources as notes. */
export function entryData<R extends SourcedRow>(
  of: DataOf<R> & { readonly columns: readonly EntryColumn<R>[] },
): TableData {
  return {
    subject: of.subject,
    title: 'Catalog',
    columns: [textColumn('Name'), textColumn('Id'), ...of.columns.map(columnOf)],
    rows: of.rows.map((row) => [
      of.name(row),
      row.id,
      ...of.columns.map((column) => ((column.kind ?? 'text') === 'text' ? column.text(row) : column.order(row))),
    ]),
    notes: sourceNotes(of),
  }
}

/** Entries side by side: a row for each figure, what each has of it, and how many times the first's that is. */
export function comparisonData<R extends SourcedRow>(
  of: DataOf<R> & { readonly figures: readonly ComparedFigure<R>[] },
): TableData {
  const [first, ...others] = of.rows
  return {
    subject: of.subject,
    title: 'Comparison',
    columns: [
      textColumn('Figure'),
      textColumn('Unit'),
      ...of.rows.map((row) => numberColumn(of.name(row), '')),
      ...others.map((row) => numberColumn(`${of.name(row)} / ${of.name(first!)}`, '')),
    ],
    rows: of.figures.map(({ label, unit, value }) => {
      const base = value(first!)
      const ratio = (own: number | null) => (own === null || base === null || base === 0 ? null : own / base)
      return [label, unit, ...of.rows.map(value), ...others.map((row) => ratio(value(row)))]
    }),
    notes: sourceNotes(of),
  }
}
