/** A place in the plot, from 0 to 1: rightwards and upwards. */
export interface PlotPlace {
  readonly across: number
  readonly up: number
}

export interface PlotBox {
  readonly from: PlotPlace
  readonly to: PlotPlace
}

/** What the pointer asks of a plot's axes. */
export interface PlotGestures {
  /** The plot's rectangle in pixels of the page. */
  readonly plot: () => { left: number; top: number; width: number; height: number }
  readonly onZoom: (factor: number, about: PlotPlace) => void
  /** The plot was dragged by these shares of itself since the last call. */
  readonly onPan: (by: PlotPlace) => void
  /** A box is drawn; null once it is done or given up. */
  readonly onBox: (box: PlotBox | null) => void
  readonly onBoxed: (box: PlotBox) => void
}

/** Pixels below which a press is a click and not a drag; a chart that draws with zrender counts clicks the same way. */
const CLICK_REACH = 4
/** A box smaller than this share of the plot was drawn by mistake. */
const LEAST_BOX = 0.01
/** One notch of a usual wheel, in pixels, brings the plot this much nearer. */
const NOTCH = 100
const NOTCH_FACTOR = 1.25

const clamped = (share: number): number => Math.min(1, Math.max(0, share))

/** Wheel zooms about the pointer, a drag moves the plot, with Shift it draws a box. Gives what takes the listeners off. */
export function attachPlotGestures(host: HTMLElement, gestures: PlotGestures): () => void {
  let start:
    | (PlotBox & { readonly x: number; readonly y: number; readonly box: boolean; readonly moved: boolean })
    | null
  start = null

  const placeOf = (event: MouseEvent): PlotPlace => {
    const { left, top, width, height } = gestures.plot()
    return { across: (event.clientX - left) / width, up: 1 - (event.clientY - top) / height }
  }
  const inside = ({ across, up }: PlotPlace) => across >= 0 && across <= 1 && up >= 0 && up <= 1

  const onWheel = (event: WheelEvent) => {
    const about = placeOf(event)
    if (!inside(about) || event.ctrlKey || event.deltaY === 0) return
    event.preventDefault()
    const pixels = event.deltaMode === WheelEvent.DOM_DELTA_PIXEL ? event.deltaY : event.deltaY * NOTCH
    gestures.onZoom(NOTCH_FACTOR ** (-pixels / NOTCH), about)
  }
  const onDown = (event: PointerEvent) => {
    const place = placeOf(event)
    if (event.button !== 0 || !inside(place)) return
    start = { from: place, to: place, x: event.clientX, y: event.clientY, box: event.shiftKey, moved: false }
  }
  const onMove = (event: PointerEvent) => {
    if (start === null) return
    if (!start.moved) {
      if (Math.hypot(event.clientX - start.x, event.clientY - start.y) <= CLICK_REACH) return
      host.setPointerCapture(event.pointerId)
    }
    const place = placeOf(event)
    const { from, to, box } = start
    const next = box ? { across: clamped(place.across), up: clamped(place.up) } : place
    start = { ...start, to: next, moved: true }
    if (box) gestures.onBox({ from, to: next })
    else gestures.onPan({ across: next.across - to.across, up: next.up - to.up })
  }
  const end = (event: PointerEvent) => {
    const done = start
    start = null
    if (done === null || !done.moved || !done.box) return
    gestures.onBox(null)
    const { from, to } = done
    const large = Math.abs(from.across - to.across) > LEAST_BOX && Math.abs(from.up - to.up) > LEAST_BOX
    if (event.type === 'pointerup' && large) gestures.onBoxed({ from, to })
  }

  host.addEventListener('wheel', onWheel, { passive: false })
  host.addEventListener('pointerdown', onDown)
  host.addEventListener('pointermove', onMove)
  host.addEventListener('pointerup', end)
  host.addEventListener('pointercancel', end)
  return () => {
    host.removeEventListener('wheel', onWheel)
    host.removeEventListener('pointerdown', onDown)
    host.removeEventListener('pointermove', onMove)
    host.removeEventListener('pointerup', end)
    host.removeEventListener('pointercancel', end)
  }
}
