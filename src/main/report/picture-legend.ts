import type { PicturePanel } from '../../shared/report/chart-picture.ts'
import { markerStyle, observedMarker } from '../../shared/report/markers.ts'
import { seriesStyle, type Palette } from '../../shared/report/palette.ts'
import { shortened, svgText, textWidth } from './svg-text.ts'

const SIZE = 12
const ROW = 20
const SWATCH = 26
const GAP = 8
const BETWEEN = 22

/** Lines of a legend, drawn. */
export interface DrawnLegend {
  readonly svg: string
  readonly height: number
}

export const lineSwatch = (
  x: number,
  y: number,
  palette: Palette,
  of: Pick<PicturePanel['curves'][number], 'styleIndex' | 'look'>,
): string => {
  const { colour, dash } = seriesStyle(palette, of.styleIndex, of.look)
  return `<line x1="${x}" y1="${y}" x2="${x + SWATCH}" y2="${y}" stroke="${colour}" stroke-width="2" stroke-dasharray="${dash.join(' ')}"/>`
}

const marker = (x: number, y: number, palette: Palette, colour: string, path: string): string =>
  `<path transform="translate(${x} ${y}) scale(0.9)" d="${path}" fill="${palette.surface}" stroke="${colour}" stroke-width="1.5"/>`

const dot = (x: number, y: number, palette: Palette, index: number): string => {
  const { colour, path } = markerStyle(palette, index)
  return `<path transform="translate(${x} ${y}) scale(0.9)" d="${path}" fill="${colour}"/>`
}

const DIAMOND = 'M5 0L10 5L5 10L0 5Z'

interface Item {
  readonly name: string
  readonly swatch: (x: number, y: number) => string
}

function itemsOf(panels: readonly PicturePanel[], palette: Palette): Item[] {
  const curves = new Map(panels.flatMap((panel) => panel.curves).map((curve) => [curve.styleIndex, curve]))
  const sets = new Map(panels.flatMap(({ observed }) => observed).map((marks) => [marks.markerIndex, marks]))
  const hasPreferred = panels.some((panel) => panel.curves.some(({ preferred }) => preferred !== null))
  return [
    ...[...curves.values()].map((curve): Item => ({
      name: curve.name,
      swatch: (x, y) =>
        curve.drawn === 'points' ? dot(x + 8, y - 4.5, palette, curve.styleIndex) : lineSwatch(x, y, palette, curve),
    })),
    ...[...sets.values()].map(({ set, markerIndex }): Item => {
      const { colour, path } = observedMarker(palette, markerIndex)
      return { name: `${set.name} (observed)`, swatch: (x, y) => marker(x + 8, y - 4.5, palette, colour, path) }
    }),
    ...(hasPreferred
      ? [
          {
            name: 'preferred point',
            swatch: (x: number, y: number) => marker(x + 8, y - 4.5, palette, palette.textSecondary, DIAMOND),
          },
        ]
      : []),
  ]
}

/** Series, observed sets and marks of all panels, each once, in as many lines as a width needs. */
export function drawLegend(
  panels: readonly PicturePanel[],
  palette: Palette,
  { x, y, width }: { readonly x: number; readonly y: number; readonly width: number },
): DrawnLegend {
  const look = { size: SIZE, colour: palette.text }
  let [left, row] = [0, 0]
  const drawn = itemsOf(panels, palette).map(({ name, swatch }) => {
    const text = shortened(name, SIZE, width - SWATCH - GAP)
    const needs = SWATCH + GAP + textWidth(text, SIZE)
    if (left > 0 && left + needs > width) [left, row] = [0, row + 1]
    const [itemX, middle] = [x + left, y + row * ROW + ROW / 2]
    left += needs + BETWEEN
    return `${swatch(itemX, middle)}${svgText(itemX + SWATCH + GAP, middle + 4, text, look)}`
  })
  return { svg: drawn.join(''), height: drawn.length === 0 ? 0 : (row + 1) * ROW }
}
