import type { FileKind, RowKind } from './row-form.ts'

/** Which row a line is: of a combination, and where each of its points has one, of which point. */
export interface RowPlace {
  readonly combination: number
  /** From 1; a combination without any point still has one row. */
  readonly row: number
  readonly rows: number
}

/** The place of a row by the numbers that its line begins with; null where a line is no row. */
export type PlaceOf = (line: string) => RowPlace | null

const PATTERNS: Readonly<Record<FileKind, Readonly<Record<RowKind, RegExp>>>> = {
  csv: {
    readings: /^(?<combination>\d+),/,
    points: /^(?<combination>\d+),(?:(?<row>\d+),(?<rows>\d+)|,0),/,
  },
  ndjson: {
    readings: /^\{"combination":(?<combination>\d+),/,
    points: /^\{"combination":(?<combination>\d+),"point":(?:(?<row>\d+),"points":(?<rows>\d+)|null,"points":0),/,
  },
}

export function rowPlaces(kind: FileKind, rowKind: RowKind): PlaceOf {
  const pattern = PATTERNS[kind][rowKind]
  return (line) => {
    const found = pattern.exec(line)
    if (found === null) return null
    const { combination, row, rows } = found.groups!
    return { combination: Number(combination), row: Number(row ?? 1), rows: Number(rows ?? 1) }
  }
}
