import { quantitiesOf, type ChartPicture, type PicturePanel } from '../../shared/report/chart-picture.ts'
import { chartMargins, frontierChart } from '../../shared/report/frontier-chart.ts'
import { DARK, LIGHT, type Palette } from '../../shared/report/palette.ts'
import { panelColumns } from '../../shared/report/panel-columns.ts'
import { ASSUMPTION } from '../../shared/report/table-notes.ts'
import { drawSvg, REPORT_FONT } from './draw-svg.ts'
import { drawLegend, lineSwatch } from './picture-legend.ts'
import { shortened, svgSafe, svgText, wrapped } from './svg-text.ts'

const PADDING = 28
const GAP = 28
const TITLE = 19
const SMALL = 11
const NOTE = 10.5
const NOTE_ROW = 15
const PANEL_NAME = 22
const AXIS_NAME = 18
const BINDING = 30

/** Pixels of a picture with so many panels side by side. */
const WIDTHS = [960, 1200, 1400] as const
const CHART_HEIGHT = 440
const PANEL_HEIGHT = 300

/** A picture and its pixels at 1x. */
export interface DrawnPicture {
  readonly svg: string
  readonly width: number
  readonly height: number
}

interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
}

/**
 * A chart as one SVG that needs nothing from outside: title, axis names, legend, all panels and the assumptions in sight; all
 * notes as its description.
 * @param fontCss embeds the typeface; without it, one of the reader's
 */
export function pictureSvg(picture: ChartPicture, fontCss = ''): DrawnPicture {
  const { panels, notes, subject } = picture
  const palette = picture.theme === 'dark' ? DARK : LIGHT
  const { title } = quantitiesOf(picture)
  const columns = panelColumns(panels.length)
  const width = WIDTHS[columns - 1]!
  const inner = width - 2 * PADDING
  const parts: string[] = []
  let top = PADDING
  parts.push(
    svgText(PADDING, top + TITLE, shortened(subject, TITLE, inner), { size: TITLE, colour: palette.text, weight: 600 }),
  )
  top += TITLE + 8
  parts.push(svgText(PADDING, top + 13, title, { size: 13, colour: palette.textSecondary }))
  top += 13 + 14
  const legend = drawLegend(panels, palette, { x: PADDING, y: top, width: inner })
  parts.push(legend.svg)
  top += legend.height + 10

  const panelWidth = (inner - (columns - 1) * GAP) / columns
  const panelHeight = heightOf(panels)
  panels.forEach((panel, i) => {
    const box = {
      x: PADDING + (i % columns) * (panelWidth + GAP),
      y: top + Math.floor(i / columns) * (panelHeight + 14),
      width: panelWidth,
    }
    parts.push(drawPanel(picture, panel, palette, box, `panel${i}-`))
  })
  top += Math.ceil(panels.length / columns) * (panelHeight + 14)

  const lines = notes.filter((note) => note.about === ASSUMPTION).flatMap((note) => wrapped(note.text, NOTE, inner))
  const written = notes.at(-1)
  for (const line of [...lines, ...(written === undefined ? [] : [written.text])]) {
    top += NOTE_ROW
    parts.push(svgText(PADDING, top, line, { size: NOTE, colour: palette.textTertiary }))
  }
  const height = Math.ceil(top + PADDING)
  const described = notes.map((note) => svgSafe(`${note.about}: ${note.text}`)).join('\n')
  return {
    width,
    height,
    svg: `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" font-family="${REPORT_FONT}">
<title>${svgSafe(`${subject}: ${title}`)}</title>
<desc>${described}</desc>
${fontCss === '' ? '' : `<style>${fontCss}</style>\n`}<rect width="${width}" height="${height}" fill="${palette.surface}"/>
${parts.join('\n')}
</svg>
`,
  }
}

/** All panels of a picture are of one height. */
const heightOf = (panels: readonly PicturePanel[]): number =>
  (panels.some(({ name }) => name !== null) ? PANEL_NAME : 0) +
  AXIS_NAME +
  (panels.length === 1 ? CHART_HEIGHT : PANEL_HEIGHT) +
  (panels.some(({ binding }) => binding !== null) ? BINDING : 0)

function drawPanel(picture: ChartPicture, panel: PicturePanel, palette: Palette, box: Box, ids: string): string {
  const { name, bounds, curves, observed, binding, without } = panel
  const { x, y } = quantitiesOf(picture)
  const parts: string[] = []
  let top = box.y
  if (name !== null) {
    const alone = curves.length === 1 ? curves[0] : undefined
    if (alone !== undefined) parts.push(lineSwatch(box.x, top + 10, palette, alone))
    const left = alone === undefined ? 0 : 34
    const look = { size: 13, colour: palette.text, weight: 600 }
    parts.push(svgText(box.x + left, top + 14, shortened(name, 13, box.width - left), look))
    top += PANEL_NAME
  }
  const small = { size: SMALL, colour: palette.textSecondary }
  if (without !== null)
    return [
      ...parts,
      ...wrapped(without, SMALL, box.width).map((line, i) => svgText(box.x, top + 14 + 15 * i, line, small)),
    ].join('')
  parts.push(svgText(box.x, top + 12, shortened(y.name, SMALL, box.width), small))
  top += AXIS_NAME
  const height = picture.panels.length === 1 ? CHART_HEIGHT : PANEL_HEIGHT
  const chart = drawSvg(
    frontierChart(
      curves,
      {
        x,
        y,
        xScale: picture.xScale,
        yScale: picture.yScale,
        bounds,
        palette,
        fontSize: SMALL,
        fontFamily: REPORT_FONT,
        axisNames: true,
      },
      observed,
    ),
    box.width,
    height,
    ids,
  )
  parts.push(chart.replace('<svg ', `<svg x="${box.x}" y="${top}" `))
  if (binding !== null) parts.push(drawBinding(binding, palette, { ...box, y: top + height }))
  return parts.join('')
}

function drawBinding(binding: NonNullable<PicturePanel['binding']>, palette: Palette, box: Box): string {
  const { left, right } = chartMargins(true)
  const across = box.width - left - right
  const look = { size: 10, colour: palette.textSecondary }
  const says = `What takes most of the time of ${binding.name}`
  const stretches = binding.stretches.map(({ parts, label, from, to }) => {
    const [start, length] = [box.x + left + from * across, (to - from) * across]
    // Parts that take turns share the stretch's height.
    const share = 6 / parts.length
    const bars = parts.map(
      (part, i) =>
        `<rect x="${start}" y="${box.y + i * share}" width="${length}" height="${share}" fill="${palette.terms[part]}"/>`,
    )
    const room = shortened(label, 10, length - 8)
    return `${bars.join('')}${room.length < 3 ? '' : svgText(start, box.y + 18, room, look)}`
  })
  const of = lineSwatch(box.x + left - 34, box.y + 3, palette, binding)
  return `<g><title>${svgSafe(says)}</title>${of}${stretches.join('')}</g>`
}
