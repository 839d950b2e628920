import { describe, expect, it } from 'vitest'
import { LIGHT } from '../report/palette.ts'
import { timeLabel } from '../report/format.ts'
import { agreementBounds, agreementChart } from './agreement-chart.ts'

const row = (measuredSeconds: number, predictedSeconds: number) => ({ measuredSeconds, predictedSeconds })

describe('the axes of predicted against measured', () => {
  it.each([
    [[row(0.011, 0.013)], [0.01, 0.02]],
    [
      [row(0.003, 0.03), row(0.06, 0.05)],
      [0.002, 0.1],
    ],
    [[], [0.001, 0.1]],
    [[row(0.01, 0.01)], [0.01, 0.1]],
  ])('hold %j in steps of 1-2-5', (rows, bounds) => {
    const [least, most] = agreementBounds(rows)
    expect(least).toBeCloseTo(bounds[0]!, 12)
    expect(most).toBeCloseTo(bounds[1]!, 12)
  })

  it('have a label at each step, or at each decade where there are many', () => {
    const labels = (bounds: [number, number]) =>
      agreementChart([], {
        bounds,
        palette: LIGHT,
        fontSize: 12,
        fontFamily: 'x',
        legend: false,
        selected: null,
      }).xAxis.axisLabel.customValues.map(timeLabel)
    expect(labels([0.005, 0.1])).toEqual(['5 ms', '10 ms', '20 ms', '50 ms', '100 ms'])
    expect(labels([2e-6, 2])).toEqual(['10 µs', '100 µs', '1 ms', '10 ms', '100 ms', '1 s'])
  })
})

it('dots keep the look of their group, and a selected row has a ring', () => {
  const { series } = agreementChart([{ name: 'b', styleIndex: 1, rows: [row(0.01, 0.02)] }], {
    bounds: [0.01, 0.1],
    palette: LIGHT,
    fontSize: 12,
    fontFamily: 'x',
    legend: true,
    selected: row(0.01, 0.02),
  })
  expect(series.at(-2)).toMatchObject({ name: 'b', data: [[0.01, 0.02]], itemStyle: { color: LIGHT.series[1] } })
  expect(series.at(-1)).toMatchObject({ name: 'selected', data: [[0.01, 0.02]] })
})
