import type { Accessor, JSX } from 'solid-js'
import type { ChartBounds } from '../../shared/report/chart-bounds.ts'
import type { Difference } from '../../shared/report/difference.ts'
import { signedPercent } from '../../shared/report/format.ts'
import type { ChartAxes } from '../../shared/report/frontier-chart.ts'
import type { Curve } from '../../shared/report/frontier-curves.ts'
import type { Palette } from '../../shared/report/palette.ts'
import type { FrontierPoints } from '../../shared/search/frontier-points.ts'
import { PlotPanel } from './plot-panel.tsx'
import type { ReadoutRow } from './readout.tsx'

/** A series against the baseline. */
export interface DifferenceSeries {
  readonly key: string
  readonly points: FrontierPoints
  readonly curve: Curve
}

/** Every series over the baseline: how many times as dear at the same speed, or as fast at the same cost. */
export function DifferencePanel(props: {
  readonly difference: Difference
  readonly series: readonly DifferenceSeries[]
  readonly baseline: { readonly name: string; readonly points: FrontierPoints }
  readonly axes: ChartAxes
  readonly limits: ChartBounds
  readonly palette: Palette
  readonly cursor: Accessor<number | null>
  readonly onCursor: (at: number | null) => void
  readonly onPin: (key: string, tokensPerSecond: number) => void
  readonly onLook: (bounds: ChartBounds | null) => void
}): JSX.Element {
  const valueAt = (points: FrontierPoints, x: number) => props.difference.valueAt(points, x)

  const readout = (at: number, x: number): ReadoutRow => {
    const value = valueAt(props.series[at]!.points, x)
    const base = valueAt(props.baseline.points, x)
    const nothing = props.difference.id === 'cost' ? 'has no point at this speed' : 'has no point at this cost'
    if (value === null) return { value: null, note: nothing }
    if (base === null) return { value: null, note: `${props.difference.format(value)}; the baseline ${nothing}` }
    const isBaseline = props.series[at]!.points === props.baseline.points
    return {
      value: props.difference.y.format(value / base),
      note: `${props.difference.format(value)}, ${isBaseline ? 'baseline' : signedPercent(value / base - 1)}`,
    }
  }

  const pin = (at: number, x: number) => {
    const { key, points } = props.series[at]!
    const speed = props.difference.id === 'cost' ? x : valueAt(points, x)
    if (speed !== null) props.onPin(key, speed)
  }

  const says = () =>
    props.series
      .map(({ curve: { name, y } }) =>
        y.length === 0
          ? `${name}: nothing in common with the baseline.`
          : `${name}: ${props.difference.y.format(Math.min(...y))} to ${props.difference.y.format(Math.max(...y))}.`,
      )
      .join(' ')

  return (
    <PlotPanel
      label={`${props.difference.title}, against ${props.baseline.name}`}
      says={says()}
      curves={props.series.map(({ curve }) => curve)}
      axes={props.axes}
      limits={props.limits}
      palette={props.palette}
      compact={false}
      cursor={props.cursor}
      readout={readout}
      onCursor={props.onCursor}
      onPin={pin}
      onLook={props.onLook}
    />
  )
}
