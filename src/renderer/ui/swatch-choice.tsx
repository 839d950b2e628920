import { SegmentedControl } from '@kobalte/core/segmented-control'
import { For, type JSX } from 'solid-js'
import type { SeriesStyle } from '../../shared/report/palette.ts'
import { LineSwatch } from './line-swatch.tsx'

export interface SwatchOption<T extends string> {
  readonly id: T
  readonly style: SeriesStyle
}

/** A choice of lines by their look; each has its name for those who do not see it. */
export function SwatchChoice<T extends string>(props: {
  readonly label: string
  readonly options: readonly SwatchOption<T>[]
  readonly value: T
  readonly onChange: (value: T) => void
}): JSX.Element {
  return (
    <div class="field">
      <span class="field-label">{props.label}</span>
      <SegmentedControl
        class="segmented swatches"
        value={props.value}
        onChange={(value) => props.onChange(value as T)}
        aria-label={props.label}
      >
        <For each={props.options}>
          {(option) => (
            <SegmentedControl.Item class="segment" value={option.id}>
              <SegmentedControl.ItemInput class="segment-input" />
              <SegmentedControl.ItemLabel class="segment-label" title={option.id}>
                <LineSwatch style={option.style} />
                <span class="for-screen-readers">{option.id}</span>
              </SegmentedControl.ItemLabel>
            </SegmentedControl.Item>
          )}
        </For>
      </SegmentedControl>
    </div>
  )
}
