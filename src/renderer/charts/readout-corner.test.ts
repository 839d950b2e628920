import { describe, expect, it } from 'vitest'
import { emptiestCorner } from './readout-corner.ts'

const curve = (...points: [speed: number, cost: number][]) => ({
  x: Float64Array.from(points, ([speed]) => speed),
  y: Float64Array.from(points, ([, cost]) => cost),
})

const axes = { bounds: { x: [8, 128], y: [0.1, 100] }, xScale: 'log', yScale: 'log' } as const

describe('emptiestCorner', () => {
  it.each([
    ['top-left where curves rise to the right', [curve([120, 80], [64, 1], [16, 0.2], [9, 0.15])], 'top-left'],
    ['bottom-right where a dear curve runs along the top left', [curve([20, 80], [12, 60], [9, 50])], 'bottom-right'],
    ['top-left without curves', [], 'top-left'],
    ['top-left where points lie outside the axes', [curve([4, 80], [2, 60])], 'top-left'],
  ] as const)('is %s', (_, curves, corner) => {
    expect(emptiestCorner(curves, axes, 0.4, 0.3)).toBe(corner)
  })
})
