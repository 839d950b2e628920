import { createSignal, For, Show, type JSX } from 'solid-js'
import type { Version } from '../../../shared/contract/library-calls.ts'
import { Check } from '../../ui/check.tsx'
import { RenameField } from '../../ui/rename-field.tsx'
import { dayAndClock } from '../../ui/time-in-words.ts'
import { versionTitle, type Versions } from './create-versions.ts'

const KEPT_BY = { save: 'saved', restore: 'restored', figures: 'computed again with the figures of that day' } as const

/** A version: when it was saved and why it stays, what it changed, and what can be done with it. */
export function VersionEntry(props: {
  readonly version: Version
  readonly isPresent: boolean
  readonly versions: Versions
}): JSX.Element {
  const [naming, setNaming] = createSignal(false)
  const title = () => versionTitle(props.version)
  const about = () =>
    [
      ...(props.version.name === null ? [] : [dayAndClock(props.version.savedAt)]),
      ...(props.version.keptBy === null ? [] : [KEPT_BY[props.version.keptBy]]),
      ...(props.isPresent ? ['as it is now'] : []),
    ].join(', ')
  const lines = () => [...props.version.changes, ...props.version.preferred]
  return (
    <li class="version" aria-label={title()}>
      <div class="version-head">
        <Show
          when={!naming()}
          fallback={
            <RenameField
              name={title()}
              onDone={(name) => {
                setNaming(false)
                if (name !== null) void props.versions.rename(props.version.id, name)
              }}
            />
          }
        >
          <Check
            label={title()}
            note={about()}
            checked={props.versions.marked().has(props.version.id)}
            disabled={props.version.problem !== null}
            onChange={(on) => props.versions.mark(props.version.id, on)}
          />
          <span class="version-tools">
            <button
              type="button"
              class="text-button"
              aria-label={`Name ${title()}`}
              onClick={() => queueMicrotask(() => setNaming(true))}
            >
              Name
            </button>
            <Show when={!props.isPresent && props.version.problem === null}>
              <button
                type="button"
                class="text-button"
                aria-label={`Restore ${title()}`}
                onClick={() => void props.versions.restore(props.version)}
              >
                Restore
              </button>
            </Show>
          </span>
        </Show>
      </div>
      <Show when={props.version.problem}>
        {(problem) => <p class="field-problem">It cannot be read: {problem()}</p>}
      </Show>
      <ul class="version-changes">
        <For each={lines()}>{(line) => <li>{line}</li>}</For>
      </ul>
    </li>
  )
}
