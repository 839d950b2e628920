import { createSignal, Show, type JSX } from 'solid-js'
import { day } from '../../ui/time-in-words.ts'
import type { OldNumbers } from './create-old-numbers.ts'
import { OldNumbersDialog } from './old-numbers-dialog.tsx'
import { whyOutdated } from './why-outdated.ts'

/** Says that the numbers stored with the scenario are not today's, why, and offers to see both. */
export function OldNumbersLine(props: { readonly oldNumbers: OldNumbers }): JSX.Element {
  const { oldNumbers } = props
  const [shown, setShown] = createSignal(false)
  const outdated = oldNumbers.outdated
  return (
    <Show when={outdated().length > 0}>
      <div class="old-numbers" role="status">
        <p class="old-numbers-says">
          Computed on {day(Math.min(...outdated().map(({ computedAt }) => computedAt)))} {whyOutdated(outdated())}
        </p>
        <span class="old-numbers-tools">
          <button type="button" class="button" onClick={() => setShown(true)}>
            Old numbers…
          </button>
          <Show when={outdated().some(({ because }) => because.length > 0)}>
            <button type="button" class="button" onClick={() => void oldNumbers.compare()}>
              Compare with the old numbers
            </button>
          </Show>
          <button
            type="button"
            class="button"
            title="The old numbers stay with the version before"
            onClick={() => void oldNumbers.accept()}
          >
            Take today's
          </button>
        </span>
      </div>
      <Show when={shown()}>
        <OldNumbersDialog outdated={outdated()} onClose={() => setShown(false)} />
      </Show>
    </Show>
  )
}
