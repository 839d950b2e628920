import { picturePanel, type ChartPicture } from './chart-picture.ts'
import { chartCurves, lineBounds, type LineChart } from './line-chart.ts'
import { numberColumn, textColumn, type TableData, type TableNote } from './table-data.ts'

export interface LinePictureParts {
  readonly subject: string
  readonly theme: ChartPicture['theme']
  readonly notes: readonly TableNote[]
  /** What of it is seen; all where it is left out. */
  readonly bounds?: ReturnType<typeof lineBounds>
}

/** A chart of lines, to be taken out of the app. */
export const linePicture = (chart: LineChart, { subject, theme, notes, bounds }: LinePictureParts): ChartPicture => ({
  subject,
  theme,
  shows: { of: 'lines', title: chart.title, x: axisOf(chart.x), y: axisOf(chart.y) },
  xScale: chart.x.scale,
  yScale: chart.y.scale,
  panels: [
    picturePanel({
      name: null,
      bounds: bounds ?? lineBounds(chart),
      curves: chartCurves(chart),
      observed: [],
      binding: null,
    }),
  ],
  notes,
})

const axisOf = ({ unit, label, name }: LineChart['x']) => ({ unit, label, name })

/** The same figures as a table: a column for each line where they have the same places, else line after line, or by the names of their points. */
export function lineTable(chart: LineChart, subject: string, notes: readonly TableNote[]): TableData {
  const { title, x, y, lines } = chart
  const places = lines[0]?.x
  const about = { subject, title, notes }
  if (places !== undefined && lines.every((line) => line.x.length === places.length && line.x.every(isPlace(places))))
    return {
      ...about,
      columns: [
        numberColumn(x.label, x.unit),
        ...lines.map(({ name }) => numberColumn(lines.length === 1 ? y.label : `${name}, ${y.label}`, y.unit)),
      ],
      rows: Array.from(places, (place, i) => [place, ...lines.map((line) => line.y[i]!)]),
    }
  return {
    ...about,
    columns: [textColumn('line'), numberColumn(x.label, x.unit), numberColumn(y.label, y.unit)],
    rows: lines.flatMap((line) => Array.from(line.x, (place, i) => [line.names?.[i] ?? line.name, place, line.y[i]!])),
  }
}

const isPlace = (places: Float64Array) => (value: number, i: number) => value === places[i]
