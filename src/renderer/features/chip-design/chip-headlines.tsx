import { For, Show, type JSX } from 'solid-js'
import { chipHeadlines, costHeadline } from '../../../shared/report/chip-headlines.ts'
import { InlineNumber } from '../../ui/inline-number.tsx'
import type { ChipDesign } from './create-chip-design.ts'

/** What the chip is worth in sentences, the first about a speed that can be asked for, and what hinders a frontier. */
export function ChipHeadlines(props: { readonly design: ChipDesign }): JSX.Element {
  const { design } = props
  return (
    <section class="chip-headlines" aria-label="What it is worth">
      <Show
        when={design.both()}
        fallback={
          <Show when={design.problems().length === 0}>
            <p class="quiet">Computing both frontiers…</p>
          </Show>
        }
      >
        {(both) => (
          <>
            <p class="chip-headline">
              At{' '}
              <InlineNumber
                label="Speed asked for, in tokens per second"
                value={design.speed()}
                onChange={design.setSpeed}
              />{' '}
              tokens/s{' '}
              <span data-testid="chip-headline" aria-live="polite">
                {costHeadline(both().chip, both().original, design.speed())}
              </span>
            </p>
            <ul class="chip-sentences" data-testid="chip-sentences">
              <For each={chipHeadlines(both().chip, both().original)}>{(sentence) => <li>{sentence}</li>}</For>
            </ul>
          </>
        )}
      </Show>
      <Show when={design.problems().length > 0}>
        <ul class="problems" role="status">
          <For each={design.problems()}>
            {({ name, message }) => (
              <li>
                <strong>{name}</strong>: {message}
              </li>
            )}
          </For>
        </ul>
      </Show>
    </section>
  )
}
