import { For, Show, type JSX } from 'solid-js'
import { changesInWords, type Figure } from '../../../shared/catalog/figure.ts'
import type { EntryChange } from './create-catalog.ts'

const WORDS = { created: 'Made', changed: 'Changed', deleted: 'Deleted' } as const

const timeText = (at: number): string =>
  new Date(at).toLocaleString('en-GB', { dateStyle: 'medium', timeStyle: 'short' })

/** What was done to an entry, the newest first; any state can be brought back. */
export function EntryHistory(props: {
  readonly changes: readonly EntryChange[]
  readonly figures: readonly Figure[]
  /** The entry as it is now. */
  readonly now: unknown
  readonly onRestore: (change: number) => void
}): JSX.Element {
  const isNow = ({ after }: EntryChange) => JSON.stringify(after) === JSON.stringify(props.now)
  return (
    <ol class="entry-history" aria-label="Change log">
      <For each={props.changes}>
        {(change) => (
          <li>
            <p class="entry-history-head">
              <span>
                <strong>{WORDS[change.kind]}</strong> {timeText(change.at)}
              </span>
              <Show when={!isNow(change)} fallback={<span class="quiet small">as it is now</span>}>
                <button type="button" class="text-button" onClick={() => props.onRestore(change.change)}>
                  Restore this state
                </button>
              </Show>
            </p>
            <Show when={change.kind === 'changed'}>
              <ul class="entry-changes">
                <For each={changesInWords(change.before, change.after, props.figures)}>{(line) => <li>{line}</li>}</For>
              </ul>
            </Show>
          </li>
        )}
      </For>
    </ol>
  )
}
