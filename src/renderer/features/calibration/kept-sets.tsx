import { createSignal, For, Show, type JSX } from 'solid-js'
import { RenameField } from '../../ui/rename-field.tsx'
import type { ConstantSets } from './create-constant-sets.ts'

/** The sets that are kept: renamed, and deleted with undo. */
export function KeptSets(props: { readonly sets: ConstantSets }): JSX.Element {
  const [renaming, setRenaming] = createSignal<string | null>(null)
  return (
    <Show when={props.sets.list().length > 0}>
      <section class="kept-sets" aria-label="Sets that are kept">
        <p class="section-label">Sets that are kept</p>
        <ul>
          <For each={props.sets.list()}>
            {(set) => (
              <li>
                <Show
                  when={renaming() !== set.id}
                  fallback={
                    <RenameField
                      name={set.name}
                      onDone={(name) => {
                        setRenaming(null)
                        if (name !== null) void props.sets.rename(set.id, name)
                      }}
                    />
                  }
                >
                  <span class="kept-set-name">
                    {set.name}
                    <span class="calibration-note">{set.notes}</span>
                  </span>
                  <button
                    type="button"
                    class="text-button"
                    aria-label={`Rename ${set.name}`}
                    onClick={() => setRenaming(set.id)}
                  >
                    Rename
                  </button>
                  <button
                    type="button"
                    class="text-button"
                    aria-label={`Delete ${set.name}`}
                    onClick={() => void props.sets.remove(set)}
                  >
                    Delete
                  </button>
                </Show>
              </li>
            )}
          </For>
        </ul>
      </section>
    </Show>
  )
}
