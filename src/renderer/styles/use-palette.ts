import { createSignal, onCleanup, type Accessor } from 'solid-js'
import { DARK, LIGHT, type Palette } from '../../shared/report/palette.ts'

/** The palette of the colour scheme in force; follows the system and the app's own setting (nativeTheme). */
export function usePalette(): Accessor<Palette> {
  const query = window.matchMedia('(prefers-color-scheme: dark)')
  const [dark, setDark] = createSignal(query.matches)
  const follow = (event: MediaQueryListEvent) => setDark(event.matches)
  query.addEventListener('change', follow)
  onCleanup(() => query.removeEventListener('change', follow))
  return () => (dark() ? DARK : LIGHT)
}
