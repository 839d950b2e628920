import type { JSX } from 'solid-js'

/** A name edited where it stands: Enter and leaving it take the new name, Escape keeps the old one. */
export function RenameField(props: {
  readonly name: string
  /** Gets null where the name stays. */
  readonly onDone: (name: string | null) => void
}): JSX.Element {
  let done = false
  const finish = (text: string | null) => {
    if (done) return
    done = true
    const name = text?.trim() ?? ''
    props.onDone(name === '' || name === props.name ? null : name)
  }
  return (
    <input
      class="rename"
      aria-label={`New name for ${props.name}`}
      maxlength="200"
      value={props.name}
      ref={(input) => queueMicrotask(() => input.select())}
      onKeyDown={(event) => {
        event.stopPropagation()
        if (event.key === 'Enter') finish(event.currentTarget.value)
        if (event.key === 'Escape') finish(null)
      }}
      onClick={(event) => event.stopPropagation()}
      onBlur={(event) => finish(event.currentTarget.value)}
    />
  )
}
