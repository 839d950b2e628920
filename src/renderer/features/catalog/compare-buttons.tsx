import { Show, type JSX } from 'solid-js'

/** What can be done with the entries marked for a comparison; nothing while none is. */
export function CompareButtons(props: {
  /** How many are marked. */
  readonly count: number
  readonly comparing: boolean
  readonly onCompare: () => void
  readonly onNone: () => void
}): JSX.Element {
  return (
    <Show when={props.count > 0}>
      <button type="button" class="text-button" onClick={() => props.onNone()}>
        Compare none
      </button>
      <button
        type="button"
        class="button"
        disabled={props.count < 2 || props.comparing}
        onClick={() => props.onCompare()}
      >
        Compare {props.count}
      </button>
    </Show>
  )
}
