import type { JSX } from 'solid-js'
import { Choice, type ChoiceOption } from '../../ui/choice.tsx'

/** A choice as a line of a form. */
export function ChoiceLine(props: {
  readonly label: string
  readonly options: readonly ChoiceOption[]
  readonly value: string
  readonly onChange: (id: string) => void
}): JSX.Element {
  return (
    <div class="choice-line">
      <Choice label={props.label} options={props.options} value={props.value} onChange={props.onChange} />
    </div>
  )
}
