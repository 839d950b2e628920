import type { BrowserWindow } from 'electron'

export function bringForward(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore()
  window.focus()
}
