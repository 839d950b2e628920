import { createMemo, createSignal, Show, type JSX } from 'solid-js'
import { duration, signedPercent } from '../../shared/report/format.ts'
import type { Palette } from '../../shared/report/palette.ts'
import { agreementChart, type AgreementBounds, type AgreementGroup } from '../../shared/validation/agreement-chart.ts'
import type { ValidatedRow } from '../../shared/validation/validation-report.ts'
import { EChart, type PlotFrame, type PlotPosition } from './echart.tsx'

interface IndexedRow {
  readonly index: number
  readonly row: ValidatedRow
}

/** How near the pointer has to be to a dot, pixels. */
const REACH = 24

/** Predicted against measured: the dot under the pointer is read out, a click selects its row. The grid is its twin. */
export function AgreementPanel(props: {
  readonly groups: readonly AgreementGroup[]
  readonly rows: readonly IndexedRow[]
  readonly bounds: AgreementBounds
  readonly palette: Palette
  readonly selected: ValidatedRow | null
  readonly onSelect: (index: number) => void
}): JSX.Element {
  const [frame, setFrame] = createSignal<PlotFrame>()
  const [aimed, setAimed] = createSignal<IndexedRow | null>(null)

  const option = createMemo(() =>
    agreementChart(props.groups, {
      bounds: props.bounds,
      palette: props.palette,
      fontSize: 12,
      fontFamily: 'Inter Variable, sans-serif',
      legend: false,
      selected: props.selected,
    }),
  )

  /** Pixels of a position; both axes are logarithmic. */
  const pixels = createMemo(() => {
    const at = frame()
    if (at === undefined) return null
    const [least, most] = props.bounds
    const [left, bottom] = at.toPixel(least, least)
    const [right, top] = at.toPixel(most, most)
    const along = (value: number) => Math.log(value / least) / Math.log(most / least)
    return (x: number, y: number) => [left + along(x) * (right - left), bottom + along(y) * (top - bottom)] as const
  })

  const nearest = (position: PlotPosition | null): IndexedRow | null => {
    const toPixel = pixels()
    if (position === null || toPixel === null) return null
    const [x, y] = toPixel(position.x, position.y)
    let best: IndexedRow | null = null
    let distance = REACH
    for (const one of props.rows) {
      const [left, top] = toPixel(one.row.measuredSeconds, one.row.predictedSeconds)
      const away = Math.hypot(left - x, top - y)
      if (away >= distance) continue
      distance = away
      best = one
    }
    return best
  }

  return (
    <div
      class="agreement-panel"
      classList={{ aiming: aimed() !== null }}
      role="img"
      aria-label={`Predicted against measured time of ${props.rows.length} rows; the grid of measurements has the same figures`}
    >
      <EChart
        option={option()}
        onMove={(position) => setAimed(nearest(position))}
        onPick={(position) => {
          const one = nearest(position)
          if (one !== null) props.onSelect(one.index)
        }}
        onFrame={setFrame}
      />
      <Show when={aimed()}>
        {(one) => (
          <div class="dot-readout">
            <p class="strong">{one().row.name}</p>
            <p>
              measured {duration(one().row.measuredSeconds)}, predicted {duration(one().row.predictedSeconds)},{' '}
              {signedPercent(one().row.error)}
            </p>
          </div>
        )}
      </Show>
    </div>
  )
}
