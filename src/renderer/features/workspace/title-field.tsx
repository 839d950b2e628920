import { createEffect, createSignal, on, type JSX } from 'solid-js'

/** The scenario's name, edited where it stands. */
export function TitleField(props: { readonly name: string; readonly onChange: (name: string) => void }): JSX.Element {
  const [text, setText] = createSignal(props.name)
  createEffect(on(() => props.name, setText, { defer: true }))
  const finish = () => {
    const name = text().trim()
    if (name === '') setText(props.name)
    else if (name !== props.name) props.onChange(name)
  }
  return (
    <input
      class="title-field"
      aria-label="Name of the comparison"
      maxlength="200"
      value={text()}
      onInput={(event) => setText(event.currentTarget.value)}
      onBlur={finish}
      onKeyDown={(event) => {
        if (event.key === 'Enter') event.currentTarget.blur()
        if (event.key === 'Escape') setText(props.name)
      }}
    />
  )
}
