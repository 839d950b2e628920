import { For, Match, Show, Switch, type JSX } from 'solid-js'
import { originalSince } from '../../../shared/catalog/entry-differences.ts'
import { changesInWords, type Figure } from '../../../shared/catalog/figure.ts'

/** What an entry is a copy of, and what became of that since. */
export function CopiedFrom(props: {
  readonly copied: { readonly from: string; readonly original: unknown } | null
  /** The entry of that id as the catalog has it now; undefined where it has none. */
  readonly now: unknown
  readonly name: (entry: unknown) => string
  readonly figures: readonly Figure[]
}): JSX.Element {
  return (
    <Show when={props.copied}>
      {(copied) => {
        const since = () => originalSince(copied().original, props.now)
        return (
          <div class="copied-from" data-testid="copied-from">
            <p>
              Copy of {props.name(copied().original)}.{' '}
              <Switch>
                <Match when={since().kind === 'same'}>The original has not changed since.</Match>
                <Match when={since().kind === 'removed'}>The original is no longer in the catalog.</Match>
                <Match when={since().kind === 'changed'}>The original has changed since:</Match>
              </Switch>
            </p>
            <Show when={since().kind === 'changed'}>
              <ul class="entry-changes">
                <For each={changesInWords(copied().original, props.now, props.figures)}>
                  {(line) => <li>{line}</li>}
                </For>
              </ul>
            </Show>
          </div>
        )
      }}
    </Show>
  )
}
