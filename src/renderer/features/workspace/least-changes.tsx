import { For, Show, type JSX } from 'solid-js'
import { leastChangeInWords } from '../../../shared/report/least-change-in-words.ts'
import type { Workspace } from './create-workspace.ts'

/** What would let a series fit again: single changes, each made by its button. Nothing where the series fits. */
export function LeastChanges(props: { readonly workspace: Workspace; readonly seriesKey: string }): JSX.Element {
  const state = () => props.workspace.frontiers.stateOf(props.seriesKey)
  const changes = () => (state()?.status === 'ready' ? (state()?.result?.leastChanges ?? []) : [])
  return (
    <Show when={changes().length > 0}>
      <span class="least-changes">
        <For each={changes()}>
          {(change) => (
            <button
              type="button"
              class="button small"
              onClick={() => props.workspace.document.applyChange(props.seriesKey, change)}
            >
              {leastChangeInWords(change)}
            </button>
          )}
        </For>
      </span>
    </Show>
  )
}
