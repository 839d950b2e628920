import type { JSX } from 'solid-js'

/** Models. */
export function ModelsPage(): JSX.Element {
  return (
    <main class="page" aria-label="Models">
      <h2 class="page-title">Models</h2>
    </main>
  )
}
