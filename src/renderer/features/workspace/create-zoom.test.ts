import { expect, it } from 'vitest'
import { createZoom } from './create-zoom.ts'

const near = { x: [10, 20], y: [0.1, 0.2] } as const

it('keeps ranges by scope and quantity', () => {
  const zoom = createZoom()
  zoom.look('all', { x: 'speed', y: 'cost' }, near)
  expect(zoom.rangeOf('all', 'x', 'speed', 'log')).toEqual([10, 20])
  expect(zoom.rangeOf('all', 'y', 'mfu', 'log')).toBeNull()
  expect(zoom.rangeOf('one', 'x', 'speed', 'log')).toBeNull()
  expect(zoom.isZoomed('all', { x: 'speed', y: 'mfu' })).toBe(true)
  zoom.look('all', { x: 'speed', y: 'cost' }, null)
  expect(zoom.isZoomed('all', { x: 'speed', y: 'cost' })).toBe(false)
})

it('leaves a log axis alone that was seen from 0', () => {
  const zoom = createZoom()
  zoom.look('all', { x: 'speed', y: 'cost' }, { x: [0, 20], y: [0.1, 0.2] })
  expect(zoom.rangeOf('all', 'x', 'speed', 'linear')).toEqual([0, 20])
  expect(zoom.rangeOf('all', 'x', 'speed', 'log')).toBeNull()
})
