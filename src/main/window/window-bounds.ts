import type { Rectangle } from 'electron'
import type { WindowBounds } from '../storage/settings-store.ts'

export const DEFAULT_SIZE = { width: 1440, height: 900 } as const
export const LEAST_SIZE = { width: 900, height: 600 } as const

/** So much of the window must show on some display, that it can be seen and dragged. */
const LEAST_VISIBLE = 100

/** Where the window opens: as it was, if the displays there are now still show it; otherwise the system places it. */
export function placeWindow(saved: WindowBounds | null, workAreas: readonly Rectangle[]): Partial<Rectangle> {
  if (saved === null || !workAreas.some((area) => shows(area, saved))) return { ...DEFAULT_SIZE }
  return {
    x: saved.x,
    y: saved.y,
    width: Math.max(LEAST_SIZE.width, saved.width),
    height: Math.max(LEAST_SIZE.height, saved.height),
  }
}

function shows(area: Rectangle, { x, y, width, height }: Rectangle): boolean {
  const across = Math.min(area.x + area.width, x + width) - Math.max(area.x, x)
  const titleBarInside = y >= area.y && y <= area.y + area.height - LEAST_VISIBLE
  return across >= LEAST_VISIBLE && height > 0 && titleBarInside
}
