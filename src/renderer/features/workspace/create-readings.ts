import { createMemo, createSignal, type Accessor } from 'solid-js'
import { usualSpeed } from '../../../shared/report/cheapest-at.ts'
import { errorClassAt } from '../../../shared/report/error-class-at.ts'
import { readingsColumns, sortedRows, type ReadingsSort } from '../../../shared/report/readings-columns.ts'
import { readingsTable, roundSpeeds, type ReadSeries } from '../../../shared/report/readings-table.ts'
import { readingsData } from '../../../shared/report/readings-data.ts'
import type { TableData, TableNote } from '../../../shared/report/table-data.ts'
import type { CatalogNames } from './catalog-names.ts'
import type { Workspace } from './create-workspace.ts'

/** Pixels that columns need: one of the points, a letter of the longest name, and one at a speed or cost. */
const POINT_WIDTH = 158
const NARROW_POINT_WIDTH = 116
const SURE_WIDTH = 64
const LETTER_WIDTH = 7.5
const AT_WIDTH = 122

/** Below this the points' percentages go on a line of their own. */
const NARROW = 960

/** State of the readings table: what it reads, how it is sorted, and what of it is copied. */
export function createReadings(workspace: Workspace, names: Accessor<CatalogNames>) {
  const { document, shown } = workspace
  const [width, setWidth] = createSignal(0)
  const [sort, setSort] = createSignal<ReadingsSort | null>(null)
  const settings = () => document.scenario().readings
  const visible = createMemo(() => document.keyed().filter(({ series }) => !series.hidden))

  const read = createMemo((): ReadSeries[] =>
    shown().map(({ series, result, band }) => ({
      name: series.name,
      points: result.points,
      band,
      errorAt: (index) => errorClassAt(result.points, index, series, names().catalog),
    })),
  )
  const asked = () => workspace.askedSpeed() ?? usualSpeed(read())

  const narrow = () => width() < NARROW

  /** How many columns there is room for beside the points. */
  const room = () => {
    const longest = Math.max(...visible().map(({ series }) => series.name.length))
    const { columns } = settings()
    const points = columns.filter((id) => id !== 'sure' && id !== 'setup').length
    const taken =
      longest * LETTER_WIDTH +
      40 +
      points * (narrow() ? NARROW_POINT_WIDTH : POINT_WIDTH) +
      (columns.includes('sure') ? SURE_WIDTH : 0)
    return Math.max(1, Math.floor((width() - taken) / AT_WIDTH) - settings().costs.length)
  }
  /** The speeds chosen; else the one asked for, and beside it as many round ones as there is room for. */
  const speeds = createMemo(() => {
    if (settings().speeds.length > 0) return settings().speeds
    const frontiers = read().map(({ points }) => points)
    const others = roundSpeeds(frontiers, room()).filter((speed) => speed !== asked())
    return [asked(), ...others.toReversed().slice(0, room() - 1)].toSorted((a, b) => a - b)
  })

  const table = createMemo(() =>
    readingsTable(read(), {
      baseline: shown().findIndex(({ key }) => key === document.baselineKey()),
      speeds: speeds(),
      costs: settings().costs,
      speedWeight: settings().speedWeight,
    }),
  )
  const columns = createMemo(() => readingsColumns(settings().columns, speeds(), settings().costs))
  const rowOf = (key: string) => table().rows[shown().findIndex((one) => one.key === key)] ?? null

  const rows = createMemo(() => {
    const all = visible()
    const order = sortedRows(
      all.map(({ series }) => series.name),
      all.map(({ key }) => rowOf(key)),
      columns(),
      sort(),
    )
    return order.map((place) => all[place]!)
  })

  return {
    settings,
    setWidth,
    narrow,
    read,
    asked,
    columns,
    rows,
    rowOf,
    sort,
    /** Sorts by a column: down, up, then as the series are again. */
    sortBy: (by: string) =>
      setSort((now) => {
        if (now?.by !== by) return { by, descending: by !== 'name' }
        return now.descending === (by !== 'name') ? { by, descending: !now.descending } : null
      }),
    /** The table as it is shown, as data; null while no series has a frontier. */
    asData(notes: readonly TableNote[]): TableData | null {
      const seen = rows().flatMap(({ key, series }) => {
        const points = shown().find((one) => one.key === key)?.result.points
        return points === undefined ? [] : [{ name: series.name, points, row: rowOf(key) }]
      })
      return seen.length === 0 ? null : readingsData(document.scenario().name, columns(), seen, notes)
    },
  }
}

export type Readings = ReturnType<typeof createReadings>
