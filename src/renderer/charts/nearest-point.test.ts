import { expect, it } from 'vitest'
import { nearestPoint } from './nearest-point.ts'

const curve = (...points: [x: number, y: number][]) => ({
  x: Float64Array.from(points, ([x]) => x),
  y: Float64Array.from(points, ([, y]) => y),
})
const axes = { bounds: { x: [1, 100], y: [1, 100] }, xScale: 'log', yScale: 'log' } as const
const curves = [curve([1, 1], [100, 100]), curve([10, 100])]

it.each([
  ['on a wide plot', { width: 900, height: 100 }, { at: 1, index: 0, x: 10 }],
  ['on a tall plot', { width: 100, height: 900 }, { at: 0, index: 0, x: 1 }],
])('is the nearest to the eye %s', (_, size, point) => {
  expect(nearestPoint(curves, axes, size, { x: 10, y: 4 })).toMatchObject(point)
})

it('is none without points', () => {
  expect(nearestPoint([curve()], axes, { width: 100, height: 100 }, { x: 10, y: 4 })).toBeNull()
})
