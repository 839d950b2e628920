import { createEffect, createSignal, on, type JSX } from 'solid-js'
import { parseNumber } from './parse-number.ts'

/** A number in the middle of a sentence. What is not above 0 is not passed on; leaving the field restores it. */
export function InlineNumber(props: {
  readonly label: string
  readonly value: number
  readonly onChange: (value: number) => void
}): JSX.Element {
  const [text, setText] = createSignal(String(props.value))
  createEffect(
    on(
      () => props.value,
      (value) => {
        if (parseNumber(text()) !== value) setText(String(value))
      },
      { defer: true },
    ),
  )
  const valid = () => (parseNumber(text()) ?? 0) > 0
  return (
    <input
      class="inline-number"
      classList={{ invalid: !valid() }}
      aria-label={props.label}
      aria-invalid={!valid()}
      inputmode="decimal"
      autocomplete="off"
      value={text()}
      onInput={(event) => {
        setText(event.currentTarget.value)
        if (valid()) props.onChange(parseNumber(text())!)
      }}
      onBlur={() => setText(String(props.value))}
    />
  )
}
