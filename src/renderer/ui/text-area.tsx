import { createEffect, createSignal, createUniqueId, on, type JSX } from 'solid-js'

/** A text of some lines. */
export function TextArea(props: {
  readonly label: string
  readonly value: string
  readonly placeholder: string
  readonly most: number
  readonly onChange: (value: string) => void
}): JSX.Element {
  const id = createUniqueId()
  const [text, setText] = createSignal(props.value)
  createEffect(on(() => props.value, setText, { defer: true }))
  return (
    <div class="field">
      <label class="field-label" for={id}>
        {props.label}
      </label>
      <textarea
        id={id}
        class="control text-area"
        rows="3"
        maxlength={props.most}
        placeholder={props.placeholder}
        value={text()}
        onInput={(event) => {
          setText(event.currentTarget.value)
          props.onChange(event.currentTarget.value)
        }}
      />
    </div>
  )
}
