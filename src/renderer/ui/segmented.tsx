import { SegmentedControl } from '@kobalte/core/segmented-control'
import { For, type JSX } from 'solid-js'

/** A choice of a few, all in view. */
export function Segmented<T extends string>(props: {
  readonly label: string
  readonly options: readonly { readonly id: T; readonly label: string }[]
  readonly value: T
  readonly onChange: (value: T) => void
}): JSX.Element {
  return (
    <SegmentedControl
      class="segmented"
      value={props.value}
      onChange={(value) => props.onChange(value as T)}
      aria-label={props.label}
    >
      <For each={props.options}>
        {(option) => (
          <SegmentedControl.Item class="segment" value={option.id}>
            <SegmentedControl.ItemInput class="segment-input" />
            <SegmentedControl.ItemLabel class="segment-label">{option.label}</SegmentedControl.ItemLabel>
          </SegmentedControl.Item>
        )}
      </For>
    </SegmentedControl>
  )
}
