import { Show, type JSX } from 'solid-js'
import { FieldMark } from './field-mark.tsx'
import { Segmented } from './segmented.tsx'

/** A choice of a few under its name, with a line that says what it means. */
export function ChoiceField<T extends string>(props: {
  readonly label: string
  readonly options: readonly { readonly id: T; readonly label: string }[]
  readonly value: T
  readonly says?: string
  readonly onChange: (value: T) => void
}): JSX.Element {
  return (
    <div class="field">
      <span class="field-label">{props.label}</span>
      <FieldMark label={props.label} />
      <Segmented label={props.label} options={props.options} value={props.value} onChange={props.onChange} />
      <Show when={props.says}>
        <p class="field-note">{props.says}</p>
      </Show>
    </div>
  )
}
