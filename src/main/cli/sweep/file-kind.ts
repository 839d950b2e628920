import { CommandFailure, WRONG_USAGE } from '../exit-codes.ts'
import type { FileKind } from './row-form.ts'

/** How a file of results is written, by its name. @throws CommandFailure for any other name */
export function fileKind(path: string): FileKind {
  if (/\.csv$/i.test(path)) return 'csv'
  if (/\.ndjson$/i.test(path)) return 'ndjson'
  throw new CommandFailure(WRONG_USAGE, `error: ${path}: results are written as .csv or .ndjson; give such a name`)
}
