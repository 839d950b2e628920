import { SegmentedControl } from '@kobalte/core/segmented-control'
import { For, Show, type JSX } from 'solid-js'

/** A choice of a few, all in view. One with a picture is seen by it, and named for those who do not see it. */
export function Segmented<T extends string>(props: {
  readonly label: string
  readonly options: readonly {
    readonly id: T
    readonly label: string
    readonly picture?: JSX.Element
    /** More than the label says, shown as a tip. */
    readonly hint?: string
  }[]
  readonly value: T
  readonly class?: string
  readonly onChange: (value: T) => void
}): JSX.Element {
  return (
    <SegmentedControl
      class={`segmented ${props.class ?? ''}`}
      value={props.value}
      onChange={(value) => props.onChange(value as T)}
      aria-label={props.label}
    >
      <For each={props.options}>
        {(option) => (
          <SegmentedControl.Item class="segment" value={option.id}>
            <SegmentedControl.ItemInput class="segment-input" />
            <SegmentedControl.ItemLabel
              class="segment-label"
              title={option.hint ?? (option.picture === undefined ? undefined : option.label)}
            >
              <Show when={option.picture} fallback={option.label}>
                {option.picture}
                <span class="for-screen-readers">{option.label}</span>
              </Show>
            </SegmentedControl.ItemLabel>
          </SegmentedControl.Item>
        )}
      </For>
    </SegmentedControl>
  )
}
