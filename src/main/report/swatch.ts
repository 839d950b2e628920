import { observedMarker } from '../../shared/report/markers.ts'
import { seriesStyle, type Palette } from '../../shared/report/palette.ts'
import type { SeriesLook } from '../../shared/scenario/look.ts'

/** The line of a series as a picture before its name. */
export function swatch(palette: Palette, styleIndex: number, look: SeriesLook): string {
  const { colour, dash } = seriesStyle(palette, styleIndex, look)
  return `<svg class="swatch" aria-hidden="true" width="26" height="8" viewBox="0 0 26 8"><line x1="0" y1="4" x2="26" y2="4" stroke="${colour}" stroke-width="2" stroke-dasharray="${dash.join(' ')}"/></svg>`
}

/** The mark of a set of observed points. */
export function observedSwatch(palette: Palette, markerIndex: number): string {
  const { colour, path } = observedMarker(palette, markerIndex)
  return `<svg class="swatch" aria-hidden="true" width="12" height="12" viewBox="-1 -1 12 12"><path d="${path}" fill="none" stroke="${colour}" stroke-width="1.4"/></svg>`
}
