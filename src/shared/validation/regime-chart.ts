import type { Palette } from '../report/palette.ts'
import { FEWEST_ROWS } from './regime-errors.ts'
import type { ValidationReport } from './validation-report.ts'

const ROW_HEIGHT = 34
const TOP = 10
const BOTTOM = 44
const NAMES_WIDTH = 388

type Groups = ValidationReport['groupings'][number]['groups']

/** Pixels the chart needs for its bars. */
export const regimeChartHeight = (groups: Groups): number => TOP + BOTTOM + ROW_HEIGHT * groups.length

const tooFew = ({ summary }: Groups[number]): boolean => summary.rows < FEWEST_ROWS

const errorAndRows = ({ meanAbsoluteError, rows }: Groups[number]['summary']): string =>
  `${(100 * meanAbsoluteError).toFixed(1)} %, ${rows} ${rows === 1 ? 'row' : 'rows'}`

/** Mean error of each group as bars, the least on top; last and pale where the rows are too few to tell. A plain ECharts option. */
export function regimeChart(groups: Groups, palette: Palette, fontSize: number, fontFamily: string) {
  // Categories go upwards.
  const sorted = groups.toSorted(
    (a, b) => Number(tooFew(b)) - Number(tooFew(a)) || b.summary.meanAbsoluteError - a.summary.meanAbsoluteError,
  )
  const label = { color: palette.textSecondary, fontSize, fontFamily }
  return {
    animation: false,
    textStyle: { fontFamily },
    grid: { left: NAMES_WIDTH, right: 110, top: TOP, bottom: BOTTOM, containLabel: false },
    xAxis: {
      type: 'value',
      min: 0,
      name: 'mean error',
      nameLocation: 'middle',
      nameGap: 26,
      nameTextStyle: label,
      axisLabel: { ...label, formatter: (share: number) => `${Math.round(100 * share)} %` },
      splitLine: { show: true, lineStyle: { color: palette.line } },
    },
    yAxis: {
      type: 'category',
      data: sorted.map(({ name }) => name),
      axisLabel: { ...label, color: palette.text, width: NAMES_WIDTH - 14, overflow: 'break' },
      axisLine: { show: true, lineStyle: { color: palette.lineStrong } },
      axisTick: { show: false },
    },
    aria: { enabled: true, label: { description: 'Mean error by regime' } },
    series: [
      {
        type: 'bar',
        name: 'mean error',
        barWidth: 16,
        silent: true,
        data: sorted.map((group) => ({
          value: group.summary.meanAbsoluteError,
          itemStyle: tooFew(group)
            ? { color: palette.accentSoft, borderColor: palette.accent, borderWidth: 1, borderType: 'dashed' }
            : { color: palette.accent },
          label: {
            formatter: errorAndRows(group.summary),
          },
        })),
        label: { ...label, show: true, position: 'right', color: palette.text },
      },
    ],
  }
}
