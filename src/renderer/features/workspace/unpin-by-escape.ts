import { onCleanup } from 'solid-js'
import type { Pins } from './create-pins.ts'

/** What has a use of its own for the key. */
const TAKES_ESCAPE = 'input, textarea, [role="menu"], [role="listbox"], [role="dialog"]'

/** Escape takes away the pin that is shown, with Shift all of them; menus, fields and the chart's cursor come first. */
export function unpinByEscape(pins: Pins): void {
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return
    if (event.target instanceof Element && event.target.closest(TAKES_ESCAPE) !== null) return
    const shown = pins.shown()
    if (event.shiftKey) pins.unpinAll()
    else if (shown !== null) pins.unpin(shown.name)
  }
  window.addEventListener('keydown', onKeyDown)
  onCleanup(() => window.removeEventListener('keydown', onKeyDown))
}
