import { InputError } from '../../../shared/scenario/input-error.ts'
import type { FileLine } from '../../files/file-lines.ts'
import type { RowForm } from './row-form.ts'
import { combinationAt, shardSize, type Shard } from './shard.ts'

/** What a file of results holds already. */
export interface FinishedRows {
  /** Combinations that have all their rows. */
  readonly done: number
  /** Bytes of the file up to the last of these rows; behind it is what a kill left unfinished. */
  readonly bytes: number
}

/** What a file has where a machine failed before it wrote; no row has it. */
const HOLE = '\0'

/**
 * Goes through a file of results and makes sure that its rows are those expected, in their order.
 * @throws InputError with the line of a row that is not
 */
export async function finishedRows(
  lines: AsyncIterable<FileLine>,
  form: Pick<RowForm, 'header' | 'placeOf'>,
  shard: Shard,
  combinations: number,
): Promise<FinishedRows> {
  const size = shardSize(shard, combinations)
  let done = 0
  let bytes = 0
  let rowsOfNext = 0
  let line = 0
  for await (const { text, end, ended } of lines) {
    if (!ended || text.includes(HOLE)) break
    line++
    if (line === 1 && form.header !== '') {
      if (text !== form.header.trimEnd()) throw new InputError('line 1', 'is not the header of this sweep')
      bytes = end
      continue
    }
    const place = done === size ? null : form.placeOf(text)
    if (place === null || place.combination !== combinationAt(shard, done) || place.row !== rowsOfNext + 1)
      throw new InputError(`line ${line}`, expected(done === size, combinationAt(shard, done)))
    rowsOfNext++
    if (rowsOfNext < place.rows) continue
    rowsOfNext = 0
    done++
    bytes = end
  }
  return { done, bytes }
}

const expected = (isEnd: boolean, combination: number): string =>
  `is not what the sweep left there; expected ${isEnd ? 'no further row' : `a row of combination ${combination}`}`
