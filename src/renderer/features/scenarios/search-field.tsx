import Search from 'lucide-solid/icons/search'
import type { JSX } from 'solid-js'

/** A field whose every keystroke searches; Escape empties it. */
export function SearchField(props: {
  readonly ref: (input: HTMLInputElement) => void
  readonly value: string
  readonly onInput: (text: string) => void
}): JSX.Element {
  return (
    <span class="control search-field">
      <Search size={14} aria-hidden="true" />
      <input
        ref={props.ref}
        class="control-input"
        type="search"
        aria-label="Search scenarios"
        placeholder="Name, notes, series, model, tag  ( / )"
        title="Every word has to be found, each as the beginning of one (Ctrl+F or /)"
        autocomplete="off"
        maxlength="200"
        value={props.value}
        onInput={(event) => props.onInput(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') props.onInput('')
        }}
      />
    </span>
  )
}
