import * as v from 'valibot'
import type { Cell } from './csv.ts'
import { amount, fineChange, percent, threeSignificant } from './format.ts'

/** What the cells of a column hold: words, a measure, a number of things, a part of 1, or a change against something. */
export const COLUMN_KINDS = ['text', 'number', 'count', 'share', 'change'] as const

const columnSchema = v.object({
  title: v.string(),
  /** '' where there is none. */
  unit: v.string(),
  kind: v.picklist(COLUMN_KINDS),
})

const noteSchema = v.object({ about: v.string(), text: v.string() })

const listOf = <T extends v.GenericSchema>(item: T, most: number) =>
  v.pipe(v.array(item), v.maxLength(most), v.readonly())

/** A table of any kind as data: the window and every file format read the same one. */
export const tableDataSchema = v.pipe(
  v.object({
    /** What it is a table of, as a file is named by: a comparison's name. */
    subject: v.string(),
    title: v.string(),
    columns: v.pipe(listOf(columnSchema, 1000), v.minLength(1)),
    /** As many cells as there are columns; numbers in full precision, null where there is none. */
    rows: listOf(listOf(v.nullable(v.union([v.string(), v.number()])), 1000), 200_000),
    /** What the figures stand under, and where they come from. */
    notes: listOf(noteSchema, 1000),
  }),
  v.check(({ columns, rows }) => rows.every((row) => row.length === columns.length), 'rows as long as the columns'),
)

export type TableData = v.InferOutput<typeof tableDataSchema>
export type TableColumn = TableData['columns'][number]
export type TableNote = TableData['notes'][number]

export const textColumn = (title: string): TableColumn => ({ title, unit: '', kind: 'text' })
export const numberColumn = (title: string, unit: string): TableColumn => ({ title, unit, kind: 'number' })
export const countColumn = (title: string, unit = ''): TableColumn => ({ title, unit, kind: 'count' })
/** A change of 0.1 is 10 % more. */
export const changeColumn = (title: string): TableColumn => ({ title, unit: 'share of 1', kind: 'change' })

/** Head of a column whose cells are bare numbers: "speed (tokens/s)". */
export const columnHead = ({ title, unit }: TableColumn): string => (unit === '' ? title : `${title} (${unit})`)

/** Head of a column whose cells are written for people: shares and changes carry their own %. */
export const columnHeadInWords = (column: TableColumn): string =>
  column.kind === 'share' || column.kind === 'change' ? column.title : columnHead(column)

/** A cell as people read it: three significant figures, % with shares. */
export function cellInWords(cell: Cell, { kind }: TableColumn): string {
  if (cell === null || typeof cell === 'string') return cell ?? ''
  if (kind === 'count') return amount(cell)
  if (kind === 'share') return percent(cell)
  return kind === 'change' ? fineChange(cell) : threeSignificant(cell)
}
