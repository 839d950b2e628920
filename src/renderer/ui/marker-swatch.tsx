import type { JSX } from 'solid-js'
import type { MarkerStyle } from '../../shared/report/markers.ts'

/** The marker of a group of dots: its colour and shape; hollow for points that were observed. */
export function MarkerSwatch(props: { readonly style: MarkerStyle; readonly hollow?: boolean }): JSX.Element {
  return (
    <svg class="swatch" width="10" height="10" viewBox="0 0 10 10" aria-hidden="true">
      <path
        d={props.style.path}
        fill={props.hollow === true ? 'none' : props.style.colour}
        stroke={props.hollow === true ? props.style.colour : 'none'}
        stroke-width="1.5"
        transform="translate(1 1) scale(0.8)"
      />
    </svg>
  )
}
