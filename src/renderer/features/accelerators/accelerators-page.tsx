import type { JSX } from 'solid-js'

/** Accelerators. */
export function AcceleratorsPage(): JSX.Element {
  return (
    <main class="page" aria-label="Accelerators">
      <h2 class="page-title">Accelerators</h2>
    </main>
  )
}
