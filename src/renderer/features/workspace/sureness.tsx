import { For, type JSX } from 'solid-js'
import type { PointError } from '../../../shared/report/error-class-at.ts'

/** How far a predicted speed may be from a measured one, and what that rests on. */
export function Sureness(props: { readonly error: PointError }): JSX.Element {
  return (
    <div class="sureness" data-testid="point-error">
      <p>
        <strong>{props.error.short}</strong> · {props.error.because}
      </p>
      <For each={props.error.notes}>{(note) => <p class="sureness-note">{note}</p>}</For>
    </div>
  )
}
