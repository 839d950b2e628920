import type { JSX } from 'solid-js'

/** All scenarios. */
export function ScenariosPage(): JSX.Element {
  return (
    <main class="page" aria-label="All scenarios">
      <h2 class="page-title">All scenarios</h2>
    </main>
  )
}
