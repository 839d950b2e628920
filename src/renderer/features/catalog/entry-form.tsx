import { onCleanup, onMount, Show, type JSX } from 'solid-js'
import { notify } from '../../ui/notices.tsx'
import type { EntryDraft } from './create-entry-draft.ts'
import { FindingsList } from './findings-list.tsx'

/** The form of an entry: its fields, what is found of it, and what keeps it. Escape leaves it, which can be undone. */
export function EntryForm<E>(props: {
  readonly draft: EntryDraft<E>
  readonly nameOf: (path: string) => string | undefined
  readonly onSave: () => void
  readonly children: JSX.Element
}): JSX.Element {
  let form!: HTMLFormElement
  const { draft } = props
  onMount(() => form.querySelector<HTMLInputElement>('input')?.select())
  // The button that opened the form is gone: the keyboard goes on at the row.
  onCleanup(() =>
    requestAnimationFrame(() => {
      if (document.activeElement === document.body)
        document.querySelector<HTMLElement>('[data-entry][tabindex="0"]')?.focus()
    }),
  )
  const cancel = () => {
    const title = draft.editing()?.title
    const back = draft.discard()
    if (back !== null) notify(`“${title}” is not kept.`, back)
  }
  return (
    <form
      ref={form}
      class="entry-form"
      aria-label={draft.editing()?.title}
      onSubmit={(event) => {
        event.preventDefault()
        props.onSave()
      }}
      onKeyDown={(event) => {
        // Lists that open over the form are closed by the same key.
        if (event.key === 'Escape' && form.contains(event.target)) cancel()
      }}
    >
      <h3 class="detail-title">{draft.editing()?.title}</h3>
      {props.children}
      <footer class="entry-form-foot">
        <div aria-live="polite">
          <FindingsList title="Cannot be" findings={draft.errors()} nameOf={props.nameOf} />
          <FindingsList title="Not likely" findings={draft.warnings()} />
        </div>
        <div class="form-actions">
          <button type="button" class="button" onClick={cancel}>
            Cancel
          </button>
          <button type="submit" class="button primary" disabled={draft.ready() === null}>
            Save
          </button>
          <Show when={draft.errors().length > 0}>
            <span class="quiet small">{draft.errors().length} to mend before it can be saved</span>
          </Show>
        </div>
      </footer>
    </form>
  )
}
