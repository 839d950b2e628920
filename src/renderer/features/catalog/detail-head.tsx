import { Show, type JSX } from 'solid-js'

/** The name of an entry, what it is in a line, and what can be done with it; only the person's own are changed. */
export function DetailHead(props: {
  readonly name: string
  readonly about: string
  readonly isOwn: boolean
  readonly onCopy: () => void
  readonly onEdit: () => void
  readonly onRemove: () => void
}): JSX.Element {
  return (
    <header class="detail-head">
      <h3 class="detail-title">{props.name}</h3>
      <p class="quiet">{props.about}</p>
      <div class="detail-actions">
        <button type="button" class="button" onClick={() => props.onCopy()}>
          Make a copy
        </button>
        <Show when={props.isOwn}>
          <button type="button" class="button" onClick={() => props.onEdit()}>
            Edit
          </button>
          <button type="button" class="button" onClick={() => props.onRemove()}>
            Delete
          </button>
        </Show>
      </div>
    </header>
  )
}
