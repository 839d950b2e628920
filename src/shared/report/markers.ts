import type { Palette } from './palette.ts'

/** Outlines of markers in a box of 10 x 10, as SVG paths: circle, square, triangle, diamond, its rivals. */
const MARKERS: readonly string[] = [
  'M5 0A5 5 0 1 1 5 10A5 5 0 1 1 5 0Z',
  'M0.8 0.8H9.2V9.2H0.8Z',
  'M5 0.4L10 9.6H0Z',
  'M5 0L10 5L5 10L0 5Z',
  'M0 0.4H10L5 9.6Z',
  'M3.2 0H6.8V3.2H10V6.8H6.8V10H3.2V6.8H0V3.2H3.2Z',
  'M2 0L5 3L8 0L10 2L7 5L10 8L8 10L5 7L2 10L0 8L3 5L0 2Z',
]

/** Observed points are hollow; the diamond is the preferred point's. */
const HOLLOW = [0, 1, 2, 4, 5, 6] as const

/** Look of the n-th set of observed points. */
export const observedMarker = (palette: Palette, index: number): MarkerStyle => ({
  colour: palette.textSecondary,
  path: MARKERS[HOLLOW[index % HOLLOW.length]!]!,
})

export interface MarkerStyle {
  readonly colour: string
  /** SVG path in a box of 10 x 10. */
  readonly path: string
}

/** Look of the n-th group of dots: colour and shape go through lists of unlike length, so that no pair comes again soon. */
export const markerStyle = (palette: Palette, index: number): MarkerStyle => ({
  colour: palette.series[index % palette.series.length]!,
  path: MARKERS[index % MARKERS.length]!,
})
