import { expect, it } from 'vitest'
import { movedCursor, plotKey } from './plot-keys.ts'

const pressed = (key: string, held: Partial<Record<'shiftKey' | 'altKey' | 'ctrlKey' | 'metaKey', boolean>> = {}) =>
  plotKey({ key, shiftKey: false, altKey: false, ctrlKey: false, metaKey: false, ...held })

it('reads keys of a plot', () => {
  expect(pressed('ArrowRight')).toEqual({ kind: 'cursor', factor: 1.01 })
  expect(pressed('ArrowLeft', { shiftKey: true })).toEqual({ kind: 'cursor', factor: 1.01 ** -10 })
  expect(pressed('ArrowDown')).toEqual({ kind: 'aim', by: 1 })
  expect(pressed('ArrowDown', { altKey: true })).toEqual({ kind: 'pan', by: { across: 0, up: -0.1 } })
  expect(pressed('+', { shiftKey: true })?.kind).toBe('zoom')
  expect(pressed('0')?.kind).toBe('reset')
  expect(pressed('q')).toBeNull()
})

it.each(['0', '+', '-', 'ArrowLeft'])('leaves %s with Ctrl or Cmd to the menu', (key) => {
  expect(pressed(key, { ctrlKey: true })).toBeNull()
  expect(pressed(key, { metaKey: true })).toBeNull()
})

it('moves the cursor within the axis, also one that begins at 0', () => {
  expect(movedCursor(null, [8, 128], 1)).toBe(32)
  expect(movedCursor(120, [8, 128], 1.2)).toBe(128)
  expect(movedCursor(8, [8, 128], 0.5)).toBe(8)
  expect(movedCursor(1, [0, 1024], 0.5)).toBe(1)
})
