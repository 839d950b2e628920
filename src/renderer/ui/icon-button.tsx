import type { JSX } from 'solid-js'

/** A button with a picture; its name is told and shown as a tip. */
export function IconButton(props: {
  readonly label: string
  readonly onClick: () => void
  readonly children: JSX.Element
}): JSX.Element {
  return (
    <button
      type="button"
      class="icon-button"
      aria-label={props.label}
      title={props.label}
      onClick={() => props.onClick()}
    >
      {props.children}
    </button>
  )
}
