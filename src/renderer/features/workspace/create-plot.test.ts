import { expect, it } from 'vitest'
import { stayWhilePointed } from './create-plot.ts'

const held = (curves: number, fastest: number, madeFor = 'speed cost log log') => ({
  madeFor,
  curves,
  bounds: { x: [8, fastest], y: [1, 10] } as const,
})

it.each([
  ['the pointer reads them', held(2, 64), held(2, 128), true, 64],
  ['nothing points at them', held(2, 64), held(2, 128), false, 128],
  ['there were none before', null, held(2, 128), true, 128],
  ['another curve comes', held(1, 64), held(2, 128), true, 128],
  ['a curve goes', held(2, 128), held(1, 64), true, 64],
  ['they are to show something else', held(2, 64), held(2, 128, 'speed mfu log log'), true, 128],
])('axes where %s', (_, before, next, pointed, fastest) => {
  expect(stayWhilePointed(before, next, pointed).bounds.x[1]).toBe(fastest)
})
