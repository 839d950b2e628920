import { createEffect, createSignal, createUniqueId, on, Show, type JSX } from 'solid-js'

/** A short text; an empty one is taken only where it may be. */
export function TextField(props: {
  readonly label: string
  readonly value: string
  readonly mayBeEmpty?: boolean
  readonly onChange: (value: string) => void
}): JSX.Element {
  const id = createUniqueId()
  const [text, setText] = createSignal(props.value)
  createEffect(on(() => props.value, setText, { defer: true }))
  const isRefused = () => props.mayBeEmpty !== true && text().trim() === ''
  const enter = (next: string) => {
    setText(next)
    if (!isRefused()) props.onChange(next)
  }
  return (
    <div class="field">
      <label class="field-label" for={id}>
        {props.label}
      </label>
      <div class="control" classList={{ invalid: isRefused() }}>
        <input
          id={id}
          class="control-input"
          maxlength="200"
          value={text()}
          aria-invalid={isRefused()}
          onInput={(event) => enter(event.currentTarget.value)}
          onBlur={() => setText(props.value)}
        />
      </div>
      <Show when={isRefused()}>
        <p class="field-problem">needs at least one character</p>
      </Show>
    </div>
  )
}
