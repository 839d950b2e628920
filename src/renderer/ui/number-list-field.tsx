import { createEffect, createSignal, createUniqueId, on, Show, type JSX } from 'solid-js'
import { parseNumberList } from './number-list.ts'

/** Numbers with commas between them. What is not valid stays in the field with the reason, and is not passed on. */
export function NumberListField(props: {
  readonly label: string
  readonly unit: string
  readonly values: readonly number[]
  readonly placeholder: string
  readonly note?: string
  readonly most: number
  /** Whether 0 is one of them. */
  readonly fromZero?: boolean
  readonly onChange: (values: readonly number[]) => void
}): JSX.Element {
  const id = createUniqueId()
  const [text, setText] = createSignal(props.values.join(', '))
  const parsed = () => parseNumberList(text(), props.most, props.fromZero)
  createEffect(
    on(
      () => props.values.join(', '),
      (values) => {
        const own = parsed()
        if (typeof own === 'string' || own.join(', ') !== values) setText(values)
      },
      { defer: true },
    ),
  )
  const problem = () => {
    const values = parsed()
    return typeof values === 'string' ? values : null
  }
  const enter = (next: string) => {
    setText(next)
    const values = parsed()
    if (typeof values !== 'string' && values.join() !== props.values.join()) props.onChange(values)
  }
  return (
    <div class="field">
      <label class="field-label" for={id}>
        {props.label}
      </label>
      <div class="control" classList={{ invalid: problem() !== null }}>
        <input
          id={id}
          class="control-input"
          autocomplete="off"
          value={text()}
          placeholder={props.placeholder}
          aria-invalid={problem() !== null}
          aria-describedby={`${id}-unit ${id}-note`}
          onInput={(event) => enter(event.currentTarget.value)}
        />
        <span class="control-unit" id={`${id}-unit`}>
          {props.unit}
        </span>
      </div>
      <Show when={problem() ?? props.note}>
        <p id={`${id}-note`} class={problem() === null ? 'field-note' : 'field-problem'}>
          {problem() ?? props.note}
        </p>
      </Show>
    </div>
  )
}
