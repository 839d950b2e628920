import { createSignal, onCleanup } from 'solid-js'

/** Below this the inspector lies over the workspace as a sheet (window.css). */
const NARROW = '(width < 1100px)'

/** Which side panels are shown. In a narrow window the inspector starts hidden and comes when something is to be seen in it. */
export function createPanels() {
  const query = window.matchMedia(NARROW)
  const [library, setLibrary] = createSignal(true)
  const [inspector, setInspector] = createSignal(!query.matches)
  const follow = (event: MediaQueryListEvent) => setInspector(!event.matches)
  query.addEventListener('change', follow)
  onCleanup(() => query.removeEventListener('change', follow))
  return { library, setLibrary, inspector, setInspector }
}

export type Panels = ReturnType<typeof createPanels>
