import { createSignal, createUniqueId, For, type JSX } from 'solid-js'
import type { Shelves } from '../../../shared/contract/library-calls.ts'
import { DialogFrame } from '../../ui/dialog-frame.tsx'

/** Tags to be given to the chosen scenarios, or taken away. */
export function TagDialog(props: {
  readonly count: number
  readonly tags: Shelves['tags']
  readonly onTag: (tag: string, on: boolean) => void
  readonly onClose: () => void
}): JSX.Element {
  const id = createUniqueId()
  const [text, setText] = createSignal('')
  const add = () => {
    if (text().trim() === '') return
    props.onTag(text().trim(), true)
    setText('')
  }
  return (
    <DialogFrame
      title={`Tags of ${props.count === 1 ? 'the scenario' : `${props.count} scenarios`}`}
      class="narrow"
      onClose={() => props.onClose()}
    >
      <form
        class="tag-form"
        onSubmit={(event) => {
          event.preventDefault()
          add()
        }}
      >
        <label class="field-label" for={id}>
          New tag
        </label>
        <div class="tag-new">
          <span class="control">
            <input
              id={id}
              class="control-input"
              maxlength="60"
              autocomplete="off"
              value={text()}
              onInput={(event) => setText(event.currentTarget.value)}
            />
          </span>
          <button type="submit" class="button" disabled={text().trim() === ''}>
            Add tag
          </button>
        </div>
      </form>
      <ul class="tag-list" aria-label="Tags of the library">
        <For each={props.tags}>
          {(tag) => (
            <li class="tag-line">
              <span class="tag">{tag.name}</span>
              <button
                type="button"
                class="text-button"
                aria-label={`Add ${tag.name}`}
                onClick={() => props.onTag(tag.name, true)}
              >
                Add
              </button>
              <button
                type="button"
                class="text-button"
                aria-label={`Remove ${tag.name}`}
                onClick={() => props.onTag(tag.name, false)}
              >
                Remove
              </button>
            </li>
          )}
        </For>
      </ul>
    </DialogFrame>
  )
}
