import { niceAbove, niceBelow } from '../report/axis.ts'
import { timeLabel } from '../report/format.ts'
import { markerStyle } from '../report/markers.ts'
import type { Palette } from '../report/palette.ts'

/** A row as a dot. */
interface Agreement {
  readonly measuredSeconds: number
  readonly predictedSeconds: number
}

/** Dots of one colour and marker; `styleIndex` stays with the group whatever else is shown. */
export interface AgreementGroup {
  readonly name: string
  readonly styleIndex: number
  readonly rows: readonly Agreement[]
}

/** Extent of both axes, seconds. */
export type AgreementBounds = readonly [least: number, most: number]

export interface AgreementView {
  readonly bounds: AgreementBounds
  readonly palette: Palette
  readonly fontSize: number
  readonly fontFamily: string
  /** Where the window has none of its own. */
  readonly legend: boolean
  readonly selected: Agreement | null
}

/** Shares of the measured time between which the band lies. */
const BAND = [0.8, 1.2] as const
const LABELS_AT_MOST = 9

/** Pixels around the plot. */
const MARGINS = { left: 58, right: 20, top: 14, bottom: 46 }
const LEGEND_HEIGHT = 30

/** Axes that hold all rows, in steps of 1-2-5, the same both ways. */
export function agreementBounds(rows: readonly Agreement[]): AgreementBounds {
  if (rows.length === 0) return [1e-3, 0.1]
  const times = rows.flatMap(({ measuredSeconds, predictedSeconds }) => [measuredSeconds, predictedSeconds])
  const least = niceBelow(times.reduce((a, b) => Math.min(a, b)))
  const most = niceAbove(times.reduce((a, b) => Math.max(a, b)))
  return [least, most > least ? most : 10 * least]
}

/** 1-2-5 steps from one bound to the other, or decades where these would be too many. */
function axisValues([least, most]: AgreementBounds): number[] {
  const values = (factors: readonly number[]): number[] => {
    const decades = Array.from(
      { length: Math.ceil(Math.log10(most / least)) + 2 },
      (_, i) => 10 ** (Math.floor(Math.log10(least)) + i),
    )
    return decades
      .flatMap((decade) => factors.map((factor) => Number((factor * decade).toPrecision(12))))
      .filter((value) => value >= least * (1 - 1e-9) && value <= most * (1 + 1e-9))
  }
  const fine = values([1, 2, 5])
  return fine.length <= LABELS_AT_MOST ? fine : values([1])
}

const dot = ({ measuredSeconds, predictedSeconds }: Agreement): [number, number] => [measuredSeconds, predictedSeconds]

/** Predicted against measured as a plain ECharts option: the diagonal, a band of 20 % and dots by group. */
export function agreementChart(groups: readonly AgreementGroup[], view: AgreementView) {
  const { bounds, palette, fontSize, fontFamily } = view
  const label = { color: palette.textSecondary, fontSize, fontFamily }
  const values = axisValues(bounds)
  const axis = {
    type: 'log',
    logBase: 10,
    min: bounds[0],
    max: bounds[1],
    nameLocation: 'middle',
    nameTextStyle: label,
    axisLabel: { ...label, hideOverlap: true, customValues: values, formatter: timeLabel },
    axisLine: { show: true, onZero: false, lineStyle: { color: palette.lineStrong } },
    axisTick: { show: true, length: 0, customValues: values },
    splitLine: { show: true, lineStyle: { color: palette.line } },
  }
  return {
    animation: false,
    textStyle: { fontFamily },
    grid: { ...MARGINS, bottom: MARGINS.bottom + (view.legend ? LEGEND_HEIGHT : 0), containLabel: false },
    xAxis: { ...axis, name: 'measured', nameGap: 28 },
    yAxis: { ...axis, name: 'predicted', nameGap: 44 },
    legend: {
      show: view.legend,
      bottom: 2,
      itemWidth: 11,
      itemHeight: 11,
      itemGap: 20,
      textStyle: { ...label, color: palette.text },
      data: groups.map(({ name }) => name),
    },
    aria: { enabled: true, label: { description: 'Predicted against measured time' } },
    series: [band(view), diagonal(view), ...groups.map((group) => dots(group, palette)), ...ring(view)],
  }
}

interface CustomApi {
  coord(value: readonly [number, number]): [number, number]
}

/** The band of 20 % about the diagonal, and words for the two sides of it. */
function band({ bounds: [least, most], palette, fontSize, fontFamily }: AgreementView) {
  const words = (text: string, x: number, y: number, align: 'left' | 'right', verticalAlign: 'top' | 'bottom') => ({
    type: 'text',
    style: { text, x, y, fill: palette.textTertiary, font: `${fontSize}px ${fontFamily}`, align, verticalAlign },
  })
  return {
    type: 'custom',
    name: 'band of 20 %',
    silent: true,
    clip: true,
    z: 1,
    data: [[least, least]],
    renderItem: (_params: unknown, api: CustomApi) => {
      const corners = [
        [least, BAND[0] * least],
        [most, BAND[0] * most],
        [most, BAND[1] * most],
        [least, BAND[1] * least],
      ] as const
      const [left, top] = api.coord([least, most])
      const [right, bottom] = api.coord([most, least])
      return {
        type: 'group',
        children: [
          {
            type: 'polygon',
            shape: { points: corners.map((corner) => api.coord(corner)) },
            style: { fill: palette.accentSoft },
          },
          words('predicted too slow', left + 10, top + 8, 'left', 'top'),
          words('band: ±20 %  ·  predicted too fast', right - 10, bottom - 8, 'right', 'bottom'),
        ],
      }
    },
  }
}

const diagonal = ({ bounds: [least, most], palette }: AgreementView) => ({
  type: 'line',
  name: 'predicted = measured',
  data: [
    [least, least],
    [most, most],
  ],
  showSymbol: false,
  silent: true,
  lineStyle: { color: palette.textTertiary, width: 1, type: [5, 4] },
  z: 2,
})

function dots({ name, styleIndex, rows }: AgreementGroup, palette: Palette) {
  const { colour, path } = markerStyle(palette, styleIndex)
  return {
    type: 'scatter',
    name,
    data: rows.map(dot),
    symbol: `path://${path}`,
    symbolSize: 8,
    silent: true,
    itemStyle: { color: colour, opacity: 0.75, borderColor: palette.surface, borderWidth: 0.6 },
    z: 3,
  }
}

const ring = ({ selected, palette }: AgreementView) =>
  selected === null
    ? []
    : [
        {
          type: 'scatter',
          name: 'selected',
          data: [dot(selected)],
          symbol: 'circle',
          symbolSize: 17,
          silent: true,
          itemStyle: { color: 'transparent', borderColor: palette.text, borderWidth: 2 },
          z: 4,
        },
      ]
