import type { JSX } from 'solid-js'
import type { SeriesStyle } from '../../shared/report/palette.ts'

/** A short piece of a series' line: its colour and dashes. */
export function LineSwatch(props: { readonly style: SeriesStyle }): JSX.Element {
  return (
    <svg class="swatch" width="22" height="10" viewBox="0 0 22 10" aria-hidden="true">
      <line
        x1="0"
        y1="5"
        x2="22"
        y2="5"
        stroke={props.style.colour}
        stroke-width="2"
        stroke-dasharray={props.style.dash.join(' ')}
      />
    </svg>
  )
}
