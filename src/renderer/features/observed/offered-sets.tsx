import { For, type JSX } from 'solid-js'
import { observedFrom } from '../../../shared/report/observed-facts.ts'
import type { Observed } from './create-observed.ts'

/** The sets that come with the app. */
export function OfferedSets(props: { readonly observed: Observed }): JSX.Element {
  return (
    <section class="vary-preview" aria-label="That come with the app">
      <h3 class="section-label">That come with the app</h3>
      <ul class="observed-sets" aria-label="Sets that come with the app">
        <For each={props.observed.offered()}>
          {(set) => (
            <li>
              <div class="observed-set">
                <span class="observed-name">{set.name}</span>
                <button
                  type="button"
                  class="button small-button"
                  aria-label={`Add ${set.name}`}
                  disabled={!props.observed.hasRoom()}
                  onClick={() => props.observed.add(set)}
                >
                  Add
                </button>
              </div>
              <p class="field-note">{[`${set.points.length} points`, ...observedFrom(set).slice(1)].join(' · ')}</p>
            </li>
          )}
        </For>
      </ul>
    </section>
  )
}
