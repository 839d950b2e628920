import { Switch } from '@kobalte/core/switch'
import type { JSX } from 'solid-js'
import { FieldMark } from './field-mark.tsx'

/** On or off, with a line that says what it means. */
export function Toggle(props: {
  readonly label: string
  readonly says: string
  readonly checked: boolean
  readonly onChange: (checked: boolean) => void
}): JSX.Element {
  return (
    <Switch class="toggle" checked={props.checked} onChange={(checked) => props.onChange(checked)}>
      <span class="toggle-words">
        <Switch.Label class="toggle-label">{props.label}</Switch.Label>
        <Switch.Description class="toggle-says">{props.says}</Switch.Description>
        <FieldMark label={props.label} />
      </span>
      <Switch.Input class="toggle-input" />
      <Switch.Control class="toggle-control">
        <Switch.Thumb class="toggle-thumb" />
      </Switch.Control>
    </Switch>
  )
}
