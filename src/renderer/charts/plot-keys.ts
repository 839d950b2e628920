import type { AxisRange } from '../../shared/report/axis.ts'
import type { PlotPlace } from './plot-gestures.ts'

/** What a key asks of a plot. */
export type PlotKey =
  | { readonly kind: 'cursor'; readonly factor: number }
  | { readonly kind: 'aim'; readonly by: 1 | -1 }
  | { readonly kind: 'zoom'; readonly factor: number }
  | { readonly kind: 'pan'; readonly by: PlotPlace }
  | { readonly kind: 'pin' | 'leave' | 'reset' }

type Pressed = Pick<KeyboardEvent, 'key' | 'shiftKey' | 'altKey' | 'ctrlKey' | 'metaKey'>

/** How one press of an arrow key moves the cursor; with Shift ten times as far. */
const CURSOR_STEP = 1.01
const ZOOM_STEP = 1.5
/** Share of what is seen that a press moves it by. */
const PAN_STEP = 0.1
/** A cursor on an axis from 0 goes down to this share of its end. */
const LEAST_CURSOR = 1 / 1024

const ARROWS: Readonly<Record<string, PlotPlace>> = {
  ArrowLeft: { across: -1, up: 0 },
  ArrowRight: { across: 1, up: 0 },
  ArrowUp: { across: 0, up: 1 },
  ArrowDown: { across: 0, up: -1 },
}

/** The meaning of a key on a plot; null = none, also with Ctrl or Cmd, which are the menu's. */
export function plotKey({ key, shiftKey, altKey, ctrlKey, metaKey }: Pressed): PlotKey | null {
  if (ctrlKey || metaKey) return null
  const arrow = ARROWS[key]
  if (arrow !== undefined && altKey)
    return { kind: 'pan', by: { across: arrow.across * PAN_STEP, up: arrow.up * PAN_STEP } }
  if (arrow !== undefined && arrow.up !== 0) return { kind: 'aim', by: arrow.up > 0 ? -1 : 1 }
  if (arrow !== undefined) return { kind: 'cursor', factor: CURSOR_STEP ** (arrow.across * (shiftKey ? 10 : 1)) }
  if (key === '+' || key === '=') return { kind: 'zoom', factor: ZOOM_STEP }
  if (key === '-' || key === '_') return { kind: 'zoom', factor: 1 / ZOOM_STEP }
  if (key === '0') return { kind: 'reset' }
  if (key === 'Enter') return { kind: 'pin' }
  return key === 'Escape' ? { kind: 'leave' } : null
}

/** Where the cursor goes; without one it appears in the middle, on a log scale. */
export function movedCursor(x: number | null, [least, most]: AxisRange, factor: number): number {
  const from = x ?? Math.sqrt(Math.max(least, most / 32) * most)
  return Math.min(most, Math.max(least, most * LEAST_CURSOR, from * factor))
}
