import type { ChartPicture } from '../report/chart-picture.ts'
import type { ChartLine, LineChart } from '../report/line-chart.ts'
import { linePicture, type LinePictureParts } from '../report/line-picture.ts'
import type { AgreementBounds, AgreementGroup } from './agreement-chart.ts'

/** Predicted against measured as a chart of points by group, with the line on which the two are equal. */
export function agreementLines(groups: readonly AgreementGroup[], [least, most]: AgreementBounds): LineChart {
  const ends = Float64Array.of(least, most)
  const points = groups.map(({ name, styleIndex, rows }): ChartLine => {
    const rising = rows.toSorted((a, b) => a.measuredSeconds - b.measuredSeconds)
    return {
      name,
      styleIndex,
      drawn: 'points',
      x: Float64Array.from(rising, ({ measuredSeconds }) => measuredSeconds),
      y: Float64Array.from(rising, ({ predictedSeconds }) => predictedSeconds),
    }
  })
  const equal = Math.max(-1, ...groups.map(({ styleIndex }) => styleIndex)) + 1
  const axis = { unit: 'seconds', scale: 'log' } as const
  return {
    title: 'Predicted against measured',
    x: { ...axis, label: 'measured', name: 'measured time' },
    y: { ...axis, label: 'predicted', name: 'predicted time' },
    lines: [...points, { name: 'predicted as measured', styleIndex: equal, drawn: 'line', x: ends, y: ends }],
  }
}

/** The same to be taken out of the app, on the axes that the window has. */
export const agreementPicture = (
  groups: readonly AgreementGroup[],
  bounds: AgreementBounds,
  parts: Omit<LinePictureParts, 'bounds'>,
): ChartPicture => linePicture(agreementLines(groups, bounds), { ...parts, bounds: { x: bounds, y: bounds } })
