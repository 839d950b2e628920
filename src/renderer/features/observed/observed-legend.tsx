import { For, Show, type JSX } from 'solid-js'
import { observedMarker } from '../../../shared/report/markers.ts'
import type { ObservedMarks } from '../../../shared/report/observed-marks.ts'
import type { Palette } from '../../../shared/report/palette.ts'
import { MarkerSwatch } from '../../ui/marker-swatch.tsx'

/** The sets of observed points in a chart, and the points that have no figure of its metric. */
export function ObservedLegend(props: {
  readonly marks: readonly ObservedMarks[]
  readonly palette: Palette
}): JSX.Element {
  return (
    <Show when={props.marks.length > 0}>
      <ul class="observed-legend" aria-label="Observed points">
        <For each={props.marks}>
          {({ set, markerIndex, points }) => (
            <li title={[set.source, set.date].filter(Boolean).join(' · ')}>
              <MarkerSwatch style={observedMarker(props.palette, markerIndex)} hollow /> {set.name}
              <Show when={points.length < set.points.length}>
                <span class="quiet">
                  {' '}
                  ({set.points.length - points.length} of {set.points.length} have no such figure)
                </span>
              </Show>
            </li>
          )}
        </For>
      </ul>
    </Show>
  )
}
