import { Show, type JSX } from 'solid-js'
import type { EventPayload } from '../../../shared/contract/contract.ts'

const DOING = { exporting: 'Exporting the library', reading: 'Reading the library' } as const

/** How far a file has come, in the corner of notices; a screen reader hears of it once. */
export function ArchiveProgress(props: { readonly progress: EventPayload<'archive.progress'> | null }): JSX.Element {
  return (
    <div class="archive-progress" role="status">
      <Show when={props.progress}>
        {(at) => (
          <div class="notice">
            <span class="notice-text">{DOING[at().doing]}</span>
            <span class="number" aria-hidden="true">
              {Math.round(100 * at().share)} %
            </span>
          </div>
        )}
      </Show>
    </div>
  )
}
