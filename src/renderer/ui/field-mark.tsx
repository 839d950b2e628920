import { createContext, Show, useContext, type JSX } from 'solid-js'

/** What is worth saying beside the label of a field, by the label; given by whoever shows the form. */
export const FieldMarks = createContext<(label: string) => string | undefined>(() => undefined)

/** The mark beside a field's label, if there is one. */
export function FieldMark(props: { readonly label: string }): JSX.Element {
  const markOf = useContext(FieldMarks)
  return <Show when={markOf(props.label)}>{(says) => <span class="field-mark">{says()}</span>}</Show>
}
