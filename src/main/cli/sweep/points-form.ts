import { csvRow, type Cell } from '../../../shared/report/csv.ts'
import { pointColumns } from '../../../shared/report/frontier-points-table.ts'
import { columnHead } from '../../../shared/report/table-data.ts'
import type { FrontierPoints } from '../../../shared/search/frontier-points.ts'
import { pointJson } from '../point-json.ts'
import { pointCount, valueCell, verdict, type FileKind, type RowForm, type SweepResult } from './row-form.ts'
import { rowPlaces } from './row-places.ts'

/** A row for each frontier point, fastest first; one without a point where a combination has none. */
export function pointsForm(
  kind: FileKind,
  axes: readonly string[],
  rules: readonly FrontierPoints['rules'][],
): RowForm {
  return kind === 'csv' ? pointsCsv(axes, rules) : pointsNdjson(axes)
}

/** The rows of a result; `index` is null where there is no point. */
function rowsOf<T>(result: SweepResult, row: (points: FrontierPoints, index: number) => T, none: T): T[] {
  const { outcome } = result
  const count = pointCount(result)
  return 'refused' in outcome || count === 0
    ? [none]
    : Array.from({ length: count }, (_, index) => row(outcome.points, index))
}

function pointsCsv(axes: readonly string[], rules: readonly FrontierPoints['rules'][]): RowForm {
  const columns = pointColumns(rules)
  return {
    header: csvRow(['combination', 'point', 'points', 'status', 'reason', ...axes, ...columns.map(columnHead)]),
    write(result) {
      const { status, reason } = verdict(result)
      const about = [pointCount(result), status, reason, ...result.values.map(valueCell)]
      const rows = rowsOf<readonly Cell[]>(
        result,
        (points, i) => [i + 1, ...about, ...columns.map(({ cell }) => cell(points, i))],
        [null, ...about, ...columns.map(() => null)],
      )
      return rows.map((row) => csvRow([result.combination, ...row])).join('')
    },
    placeOf: rowPlaces('csv', 'points'),
  }
}

function pointsNdjson(axes: readonly string[]): RowForm {
  return {
    header: '',
    write(result) {
      const { combination, values } = result
      const about = {
        points: pointCount(result),
        ...verdict(result),
        over: Object.fromEntries(axes.map((path, i) => [path, values[i]])),
      }
      const rows = rowsOf<object>(
        result,
        (points, i) => ({ combination, point: i + 1, ...about, ...pointJson(points, i) }),
        { combination, point: null, ...about },
      )
      return rows.map((row) => `${JSON.stringify(row)}\n`).join('')
    },
    placeOf: rowPlaces('ndjson', 'points'),
  }
}
