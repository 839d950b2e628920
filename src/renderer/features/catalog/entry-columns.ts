import { amount, fineChange } from '../../../shared/report/format.ts'
import type { EntryColumn } from './entry-listing.ts'

/** Whose an entry is. */
export const ORIGIN_NAMES = { paper: "the paper's", 'built-in': 'built in', user: 'yours' } as const

/** A column of words, sorted whatever their case. */
export const textColumn = <Row>(id: string, label: string, text: (row: Row) => string): EntryColumn<Row> => ({
  id,
  label,
  text,
  order: (row) => text(row).toLowerCase(),
  numeric: false,
})

/** A column of numbers; a row without one has a dash. */
export const numberColumn = <Row>(
  id: string,
  label: string,
  unit: string,
  value: (row: Row) => number | null,
  text: (value: number) => string = amount,
): EntryColumn<Row> => ({
  id,
  label,
  unit,
  order: value,
  text: (row) => {
    const own = value(row)
    return own === null ? '–' : text(own)
  },
  numeric: true,
  kind: text === fineChange ? 'change' : text === amount ? 'count' : 'number',
})
