import { createEffect, createSignal, createUniqueId, on, Show, type JSX } from 'solid-js'

/** A short text that may not be empty. */
export function TextField(props: {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
}): JSX.Element {
  const id = createUniqueId()
  const [text, setText] = createSignal(props.value)
  createEffect(on(() => props.value, setText, { defer: true }))
  const enter = (next: string) => {
    setText(next)
    if (next.trim() !== '') props.onChange(next)
  }
  return (
    <div class="field">
      <label class="field-label" for={id}>
        {props.label}
      </label>
      <div class="control" classList={{ invalid: text().trim() === '' }}>
        <input
          id={id}
          class="control-input"
          maxlength="200"
          value={text()}
          aria-invalid={text().trim() === ''}
          onInput={(event) => enter(event.currentTarget.value)}
          onBlur={() => setText(props.value)}
        />
      </div>
      <Show when={text().trim() === ''}>
        <p class="field-problem">needs at least one character</p>
      </Show>
    </div>
  )
}
