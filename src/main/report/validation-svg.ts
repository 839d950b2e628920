import { LIGHT } from '../../shared/report/palette.ts'
import { agreementBounds, agreementChart } from '../../shared/validation/agreement-chart.ts'
import { agreementGroups } from '../../shared/validation/agreement-groups.ts'
import { regimeChart, regimeChartHeight } from '../../shared/validation/regime-chart.ts'
import type { Validation } from '../../shared/validation/validation-report.ts'
import { drawSvg, REPORT_FONT } from './draw-svg.ts'

export interface ValidationSvg {
  /** Fit for a file. */
  readonly name: string
  readonly says: string
  readonly svg: string
}

const WIDTH = 820
const AGREEMENT_HEIGHT = 620
const FONT_SIZE = 12

/** The charts of a validation: predicted against measured decode times, and the error of each regime. */
export function validationSvgs({ decode }: Validation): ValidationSvg[] {
  if (decode === null || decode.rows.length === 0) return []
  const regimes = decode.groupings.find(({ title }) => title === 'Regime')!.groups
  // On a page in the dark a picture without ground would have dark words on dark.
  const ground = { backgroundColor: LIGHT.surface }
  return [
    {
      name: 'predicted-against-measured',
      says: 'Predicted against measured time per token, by accelerator. Dashed: equal; the band is 20 % either way.',
      svg: drawSvg(
        {
          ...agreementChart(agreementGroups(decode, 'Accelerator', decode.rows), {
            bounds: agreementBounds(decode.rows),
            palette: LIGHT,
            fontSize: FONT_SIZE,
            fontFamily: REPORT_FONT,
            legend: true,
            selected: null,
          }),
          ...ground,
        },
        WIDTH,
        AGREEMENT_HEIGHT,
      ),
    },
    {
      name: 'error-by-regime',
      says: 'Mean error by regime. Pale: too few rows to tell.',
      svg: drawSvg(
        { ...regimeChart(regimes, LIGHT, FONT_SIZE, REPORT_FONT), ...ground },
        WIDTH,
        regimeChartHeight(regimes),
      ),
    },
  ]
}
