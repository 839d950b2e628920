import type { JSX } from 'solid-js'
import type { Models } from './create-models.ts'

/** Models. */
export function ModelsPage(_props: { readonly models: Models }): JSX.Element {
  return (
    <main class="page" aria-label="Models">
      <h2 class="page-title">Models</h2>
    </main>
  )
}
