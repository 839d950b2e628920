import * as v from 'valibot'
import { niceAbove, niceBelow, type AxisRange, type AxisScale } from './axis.ts'
import type { ChartBounds } from './chart-bounds.ts'
import type { Curve } from './frontier-curves.ts'
import { lineAxisSchema } from './line-axis.ts'

const values = v.custom<Float64Array>((value) => value instanceof Float64Array, 'a column of numbers')

const lineSchema = v.pipe(
  v.object({
    name: v.string(),
    /** Its colour and dashes; those of a fit are mostly its points'. */
    styleIndex: v.pipe(v.number(), v.integer(), v.minValue(0)),
    /** A line through its points, or each by a marker: what was computed beside what was fitted to it. */
    drawn: v.picklist(['line', 'points']),
    /** Rising. */
    x: values,
    y: values,
    /** What each point is, where they are things of their own. */
    names: v.exactOptional(v.pipe(v.array(v.string()), v.readonly())),
  }),
  v.check(({ x, y }) => x.length === y.length, 'as many values along one axis as along the other'),
  v.check(({ x, names = [] }) => names.length === 0 || names.length === x.length, 'a name for every point or for none'),
  v.check(
    ({ x }) => x.every((value, i) => i === 0 || value >= x[i - 1]!),
    'values that rise along the horizontal axis',
  ),
)

const scale = v.picklist(['log', 'linear'])

/** Lines of one quantity over another, as plain data that any process can draw. */
export const lineChartSchema = v.object({
  title: v.string(),
  x: v.object({ ...lineAxisSchema.entries, scale }),
  y: v.object({ ...lineAxisSchema.entries, scale }),
  lines: v.pipe(v.array(lineSchema), v.maxLength(100), v.readonly()),
})

export type LineChart = v.InferOutput<typeof lineChartSchema>
export type ChartLine = LineChart['lines'][number]

/** The lines as a chart draws them. */
export const chartCurves = ({ lines }: LineChart): Curve[] =>
  lines.map(({ name, styleIndex, drawn, x, y }) => ({ name, styleIndex, drawn, x, y, preferred: null, pins: [] }))

/** Axes that hold all lines: along a log axis with a little room at its ends, up one in steps of 1-2-5; linear ones from 0 or below. */
export const lineBounds = ({ x, y, lines }: LineChart): ChartBounds => ({
  x: rangeOf(
    lines.map((line) => line.x),
    x.scale,
    (least, most) => [least * (least / most) ** END_ROOM, most * (most / least) ** END_ROOM],
  ),
  y: rangeOf(
    lines.map((line) => line.y),
    y.scale,
    (least, most) => [niceBelow(least), niceAbove(most)],
  ),
})

/** Share of a log axis that is left free at each end, so that no marker is cut. */
const END_ROOM = 0.03

function rangeOf(
  columns: readonly Float64Array[],
  axisScale: AxisScale,
  logEnds: (least: number, most: number) => AxisRange,
): AxisRange {
  let [least, most] = [Infinity, -Infinity]
  for (const column of columns)
    for (const value of column) {
      if (!Number.isFinite(value) || (axisScale === 'log' && value <= 0)) continue
      least = Math.min(least, value)
      most = Math.max(most, value)
    }
  if (least > most) return axisScale === 'log' ? [1, 10] : [0, 1]
  if (axisScale === 'linear') {
    const ends: AxisRange = [least < 0 ? -niceAbove(-least) : 0, most > 0 ? niceAbove(most) : 0]
    return ends[0] < ends[1] ? ends : [0, 1]
  }
  const ends = logEnds(least, most)
  return ends[0] < ends[1] ? ends : [least / 2, most * 2]
}

/** How far from a marker, as a ratio of places, its value is still read. */
const MARKER_REACH = 1.06

const alongOf = ({ scale: axisScale }: LineChart['x']) => (axisScale === 'log' ? Math.log : (value: number) => value)

/** Which marker of a line is read at a place; -1 where none is near enough. */
export function markerAt({ x }: LineChart, { x: places }: ChartLine, place: number): number {
  const along = alongOf(x)
  const away = (i: number) => Math.abs(along(places[i]!) - along(place))
  const after = places.findIndex((value) => value >= place)
  const near = [after - 1, after, after === -1 ? places.length - 1 : -1].filter((i) => i >= 0)
  const nearest = near.toSorted((a, b) => away(a) - away(b))[0]
  if (nearest === undefined) return -1
  return Math.max(places[nearest]! / place, place / places[nearest]!) <= MARKER_REACH ? nearest : -1
}

/** What a line has at a place: between its points on the straight line as it is drawn; of markers the nearest one's. */
export function readLine(chart: LineChart, line: ChartLine, place: number): number | null {
  const { x: places, y: read } = line
  if (line.drawn === 'points') return read[markerAt(chart, line, place)] ?? null
  const after = places.findIndex((value) => value >= place)
  const { x, y } = chart
  const [along, up] = [alongOf(x), alongOf(y)]
  if (after === -1) return null
  if (places[after] === place) return read[after]!
  if (after === 0) return null
  const part = (along(place) - along(places[after - 1]!)) / (along(places[after]!) - along(places[after - 1]!))
  const between = up(read[after - 1]!) + part * (up(read[after]!) - up(read[after - 1]!))
  return y.scale === 'log' ? Math.exp(between) : between
}
