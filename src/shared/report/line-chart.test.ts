import fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { chartPictureSchema } from './chart-picture.ts'
import { lineBounds, lineChartSchema, markerAt, readLine, type ChartLine, type LineChart } from './line-chart.ts'
import { linePicture, lineTable } from './line-picture.ts'

const line = (name: string, x: number[], y: number[], drawn: ChartLine['drawn'] = 'line'): ChartLine => ({
  name,
  styleIndex: 0,
  drawn,
  x: Float64Array.from(x),
  y: Float64Array.from(y),
})

const chart = (scale: 'log' | 'linear', ...lines: ChartLine[]): LineChart => ({
  title: 'Speed against bandwidth',
  x: { unit: 'bytes/s', label: 'bandwidth', name: 'HBM bandwidth, bytes per second', scale },
  y: { unit: 'tokens/s', label: 'speed', name: 'tokens per second for one user', scale },
  lines,
})

describe('reading a line', () => {
  it('gives a power law back between its points on log axes', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -2, max: 2, noNaN: true }),
        fc.double({ min: 1, max: 999, noNaN: true }),
        (exponent, at) => {
          const x = [1, 10, 100, 1000]
          const law = line(
            'law',
            x,
            x.map((value) => 3 * value ** exponent),
          )
          expect(readLine(chart('log', law), law, at)! / (3 * at ** exponent)).toBeCloseTo(1, 9)
        },
      ),
    )
  })

  it.each([
    ['before its first point', 0.9, null],
    ['on its first point', 1, 10],
    ['halfway', 2, 20],
    ['on its last point', 3, 30],
    ['beyond', 3.1, null],
  ])('%s', (_, at, value) => {
    const straight = line('straight', [1, 3], [10, 30])
    expect(readLine(chart('linear', straight), straight, at)).toBe(value)
  })

  it.each([
    [10, 1],
    [10.4, 1],
    [14, null],
    [19.5, 2],
    [25, null],
  ])('reads the marker that is near to %d', (at, value) => {
    const dots = line('dots', [10, 20], [1, 2], 'points')
    expect(readLine(chart('log', dots), dots, at)).toBe(value)
  })

  it('reads nothing where there is nothing', () => {
    for (const drawn of ['line', 'points'] as const) {
      const none = line('none', [], [], drawn)
      expect(readLine(chart('log', none), none, 1)).toBeNull()
    }
  })
})

it.each([
  ['log', [1, 100], [0.2, 900], [100 ** -0.03, 100 ** 1.03], [0.2, 1000]],
  ['linear', [3, 70], [-3, 900], [0, 100], [-5, 1000]],
  ['log', [5, 5], [1, 1], [2.5, 10], [0.5, 2]],
] as const)('holds all lines on %s axes', (scale, x, y, across, up) => {
  const bounds = lineBounds(chart(scale, line('a', [...x], [...y])))
  expect(bounds.y).toEqual(up)
  for (const end of [0, 1] as const) expect(bounds.x[end]).toBeCloseTo(across[end], 9)
})

it.each([
  ['as many values', line('a', [1, 2], [1])],
  ['a name for every point', { ...line('a', [1, 2], [1, 1]), names: ['one'] }],
  ['values that rise', line('a', [2, 1], [1, 1])],
  ['a column of numbers', { ...line('a', [1], [1]), x: [1] }],
])('refuses lines without %s', (says, broken) => {
  const { issues } = v.safeParse(lineChartSchema, { ...chart('log'), lines: [broken] })
  expect(issues?.[0].message).toContain(says)
})

it('leaves the app as a picture that main takes, seen from where it is seen', () => {
  const drawn = chart('log', line('a', [1, 10], [2, 20]), line('b', [5], [9], 'points'))
  const picture = linePicture(drawn, { subject: 'A claim', theme: 'light', notes: [] })
  expect(v.parse(chartPictureSchema, picture)).toEqual(picture)
  const zoomed = { x: [2, 3], y: [1, 9] } as const
  expect(linePicture(drawn, { subject: '', theme: 'dark', notes: [], bounds: zoomed }).panels[0]!.bounds).toBe(zoomed)
})

it('is a table with a column for each line where they share their places, else line after line', () => {
  const shared = chart('log', line('a', [1, 10], [2, 20]), line('b', [1, 10], [3, 30]))
  expect(lineTable(shared, 'S', [])).toMatchObject({
    columns: [{ title: 'bandwidth' }, { title: 'a, speed', unit: 'tokens/s' }, { title: 'b, speed' }],
    rows: [
      [1, 2, 3],
      [10, 20, 30],
    ],
  })
  expect(lineTable(chart('log', line('a', [1], [2]), line('b', [4], [3])), 'S', []).rows).toEqual([
    ['a', 1, 2],
    ['b', 4, 3],
  ])
})

it('names points that are things of their own, at the cursor and in the table', () => {
  const chips = { ...line('chips', [1, 10], [2, 20], 'points'), names: ['T4', 'H100'] }
  const shown = chart('log', chips, line('mine', [5], [9], 'points'))
  expect(v.is(lineChartSchema, shown)).toBe(true)
  expect(chips.names[markerAt(shown, chips, 10.3)]).toBe('H100')
  expect(markerAt(shown, chips, 5)).toBe(-1)
  expect(lineTable(shown, 'S', []).rows.map(([name]) => name)).toEqual(['T4', 'H100', 'mine'])
})
