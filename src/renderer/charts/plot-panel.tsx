import { createMemo, createSignal, createUniqueId, onCleanup, onMount, Show, type Accessor, type JSX } from 'solid-js'
import { placeOf } from '../../shared/report/axis.ts'
import type { ChartBounds } from '../../shared/report/chart-bounds.ts'
import { chartMargins, frontierChart, type ChartAxes } from '../../shared/report/frontier-chart.ts'
import type { Curve } from '../../shared/report/frontier-curves.ts'
import type { ObservedFacts } from '../../shared/report/observed-facts.ts'
import type { ObservedMarks } from '../../shared/report/observed-marks.ts'
import type { Palette } from '../../shared/report/palette.ts'
import { EChart, type PlotPosition } from './echart.tsx'
import { lookAside, lookInto, lookNearer } from './look.ts'
import { nearestPoint, type NearPoint } from './nearest-point.ts'
import { attachPlotGestures, type PlotBox, type PlotPlace } from './plot-gestures.ts'
import { movedCursor, plotKey } from './plot-keys.ts'
import { ObservedReadout } from './observed-readout.tsx'
import { ReadoutLine } from './readout-line.tsx'
import { MOST_IN_ONE_COLUMN, Readout, type ReadoutRow } from './readout.tsx'
import { emptiestCorner } from './readout-corner.ts'

/** Space the readout takes, as shares of a usual plot. */
const READOUT_WIDTH = 0.5
const READOUT_HEADER = 0.12
const READOUT_ROW = 0.05

/** How near the pointer has to be to an observed point, pixels. */
const REACH = 10

/** Points laid over the curves; one under the pointer is read out. */
export interface PlotDots {
  readonly marks: readonly ObservedMarks[]
  readonly facts: (marks: ObservedMarks, index: number) => ObservedFacts
}

/**
 * Curves with a cursor that may be shared between panels: it reads every curve at its place, and a click or Enter pins the
 * nearest point. Wheel, drag and keys zoom and move; what is asked for is told, and drawn once `axes` say so.
 */
export function PlotPanel(props: {
  readonly label: string
  readonly says: string
  readonly curves: readonly Curve[]
  readonly observed?: PlotDots
  readonly axes: ChartAxes
  /** How far out the axes may go. */
  readonly limits: ChartBounds
  readonly palette: Palette
  readonly compact: boolean
  /** In the units of the horizontal axis. */
  readonly cursor: Accessor<number | null>
  readonly readout: (at: number, x: number) => ReadoutRow
  readonly onCursor: (x: number | null) => void
  /** Where points cannot be pinned, it is left out. */
  readonly onPin?: (at: number, x: number) => void
  /** What is to be seen; null = all there is. */
  readonly onLook: (bounds: ChartBounds | null) => void
}): JSX.Element {
  const [aimed, setAimed] = createSignal(0)
  const [dot, setDot] = createSignal<NearPoint | null>(null)
  const [box, setBox] = createSignal<PlotBox | null>(null)
  const [size, setSize] = createSignal({ width: 0, height: 0 })
  const hint = createUniqueId()
  let host!: HTMLDivElement

  const dots = () => props.observed?.marks ?? []
  const margins = () => chartMargins(!props.compact)
  const plot = () => {
    const { left, top, right, bottom } = margins()
    return { left, top, width: size().width - left - right, height: size().height - top - bottom }
  }

  const option = createMemo(() =>
    frontierChart(
      props.curves,
      {
        ...props.axes,
        palette: props.palette,
        fontSize: props.compact ? 11 : 12,
        fontFamily: 'Inter Variable, sans-serif',
        axisNames: !props.compact,
      },
      dots(),
    ),
  )
  const rows = createMemo(() => {
    const x = props.cursor()
    return x === null ? [] : props.curves.map((curve, at) => ({ curve, row: props.readout(at, x) }))
  })
  const corner = createMemo(() => {
    const count = props.curves.length
    const lines = count > MOST_IN_ONE_COLUMN ? Math.ceil(count / 2) : count
    return emptiestCorner(props.curves, props.axes, READOUT_WIDTH, READOUT_HEADER + READOUT_ROW * lines)
  })
  const cursorLeft = () => {
    const x = props.cursor()
    if (x === null) return null
    const place = placeOf(x, props.axes.bounds.x, props.axes.xScale)
    return place >= 0 && place <= 1 ? plot().left + place * plot().width : null
  }

  const boxStyle = ({ from, to }: PlotBox) => ({
    left: `${plot().left + Math.min(from.across, to.across) * plot().width}px`,
    top: `${plot().top + (1 - Math.max(from.up, to.up)) * plot().height}px`,
    width: `${Math.abs(from.across - to.across) * plot().width}px`,
    height: `${Math.abs(from.up - to.up) * plot().height}px`,
  })

  const zoom = (factor: number, about: PlotPlace) => props.onLook(lookNearer(props, factor, about))
  const pan = (by: PlotPlace) => props.onLook(lookAside(props, by))

  onMount(() => {
    const observer = new ResizeObserver(() => setSize({ width: host.clientWidth, height: host.clientHeight }))
    observer.observe(host)
    const detach = attachPlotGestures(host, {
      plot: () => {
        const { left, top } = host.getBoundingClientRect()
        return { ...plot(), left: left + plot().left, top: top + plot().top }
      },
      onZoom: zoom,
      onPan: ({ across, up }) => pan({ across: -across, up: -up }),
      onBox: setBox,
      onBoxed: (drawn) => props.onLook(lookInto(props, drawn)),
    })
    onCleanup(() => {
      observer.disconnect()
      detach()
    })
  })

  const point = (position: PlotPosition | null) => {
    props.onCursor(position?.x ?? null)
    const found = position === null ? null : nearestPoint(dots(), props.axes, plot(), position)
    setDot(found !== null && found.pixels <= REACH ? found : null)
  }
  const dotFacts = () => {
    const found = dot()
    const marks = found === null ? undefined : dots()[found.at]
    return marks === undefined || found!.index >= marks.points.length
      ? null
      : props.observed!.facts(marks, found!.index)
  }

  const pinNear = (position: PlotPosition) => {
    const found = nearestPoint(props.curves, props.axes, plot(), position)
    if (found !== null) props.onPin?.(found.at, found.x)
  }

  const onKeyDown = (event: KeyboardEvent) => {
    const key = plotKey(event)
    // Escape without a cursor is the page's: it takes pins away.
    if (key === null || (key.kind === 'leave' && props.cursor() === null)) return
    event.preventDefault()
    const x = props.cursor()
    const count = Math.max(1, props.curves.length)
    const { bounds, xScale } = props.axes
    if (key.kind === 'cursor') props.onCursor(movedCursor(x, bounds.x, key.factor))
    else if (key.kind === 'aim') setAimed((aimed() + count + key.by) % count)
    else if (key.kind === 'leave') props.onCursor(null)
    else if (key.kind === 'pin') {
      const at = aimed() % count
      if (x !== null && rows()[at]?.row.value != null) props.onPin?.(at, x)
    } else if (key.kind === 'zoom')
      zoom(key.factor, { across: x === null ? 0.5 : Math.min(1, Math.max(0, placeOf(x, bounds.x, xScale))), up: 0.5 })
    else if (key.kind === 'pan') pan(key.by)
    else props.onLook(null)
  }

  return (
    <div
      class="frontier-panel"
      classList={{ compact: props.compact }}
      role="application"
      tabindex="0"
      aria-label={`${props.label}. ${props.says}`}
      aria-describedby={hint}
      onKeyDown={onKeyDown}
    >
      <Show when={props.compact}>
        <ReadoutLine
          title={props.cursor() === null ? null : `At ${props.axes.x.format(props.cursor()!)}`}
          curves={props.curves}
          rows={rows().map(({ row }) => row)}
          aimed={aimed() % Math.max(1, props.curves.length)}
          palette={props.palette}
        />
      </Show>
      <div class="plot" ref={host}>
        <EChart option={option()} onMove={point} onPick={pinNear} onFrame={() => {}} />
        <Show when={cursorLeft() !== null}>
          <div
            class="cursor-line"
            style={{ left: `${cursorLeft()}px`, top: `${margins().top}px`, bottom: `${margins().bottom}px` }}
          />
        </Show>
        <Show when={box()}>{(drawn) => <div class="zoom-box" style={boxStyle(drawn())} />}</Show>
        <Show when={dotFacts()}>{(facts) => <ObservedReadout facts={facts()} corner={corner()} />}</Show>
        <Show when={!props.compact && dotFacts() === null && props.cursor() !== null && rows().length > 0}>
          <Readout
            title={`At ${props.axes.x.format(props.cursor()!)}`}
            rows={rows()}
            aimed={aimed() % props.curves.length}
            corner={corner()}
            palette={props.palette}
          />
        </Show>
      </div>
      <p id={hint} class="for-screen-readers">
        Arrow keys left and right move the cursor, up and down choose a series
        {props.onPin === undefined ? '' : ', Enter pins its point'}. Plus and minus zoom, Alt with arrow keys moves what
        is seen, 0 shows all. The table below has the same figures.
      </p>
    </div>
  )
}
