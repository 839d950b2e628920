import { Checkbox } from '@kobalte/core/checkbox'
import Tick from 'lucide-solid/icons/check'
import type { JSX } from 'solid-js'

/** One of several that can be chosen together. */
export function Check(props: {
  readonly label: string
  readonly note?: string
  readonly checked: boolean
  readonly disabled?: boolean
  readonly onChange: (checked: boolean) => void
}): JSX.Element {
  return (
    <Checkbox
      class="check"
      checked={props.checked}
      disabled={props.disabled ?? false}
      onChange={(checked) => props.onChange(checked)}
    >
      <Checkbox.Input class="check-input" />
      <Checkbox.Control class="check-control">
        <Checkbox.Indicator>
          <Tick size={12} aria-hidden="true" />
        </Checkbox.Indicator>
      </Checkbox.Control>
      <Checkbox.Label class="check-label">{props.label}</Checkbox.Label>
      <span class="check-note">{props.note}</span>
    </Checkbox>
  )
}
