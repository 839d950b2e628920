import { For, Show, type JSX } from 'solid-js'
import { threeSignificant } from '../../../shared/report/format.ts'
import { seriesStyle, type Palette } from '../../../shared/report/palette.ts'
import type { Workspace } from './create-workspace.ts'
import { PinBadge } from './pin-badge.tsx'

/** The pins, to go from one to the other. */
export function PinList(props: { readonly workspace: Workspace; readonly palette: Palette }): JSX.Element {
  const { pins, pinned } = props.workspace
  return (
    <Show when={pinned().length > 1}>
      <div class="pin-list">
        <ul aria-label="Pins">
          <For each={pinned()}>
            {({ name, one, index }) => (
              <li>
                <button
                  type="button"
                  class="pin-choice"
                  aria-pressed={pins.shown()?.name === name}
                  aria-label={`Show pin ${name}: ${one.series.name} at ${threeSignificant(one.result.points.tokensPerSecond[index]!)} tokens per second`}
                  title={one.series.name}
                  onClick={() => pins.show(name)}
                >
                  <PinBadge name={name} colour={seriesStyle(props.palette, one.styleIndex, one.series).colour} />
                </button>
              </li>
            )}
          </For>
        </ul>
        <button type="button" class="text-button" title="Shift+Escape" onClick={() => pins.unpinAll()}>
          Unpin all
        </button>
      </div>
    </Show>
  )
}
