import type { JSX } from 'solid-js'
import type { MarkerStyle } from '../../shared/report/markers.ts'

/** The marker of a group of dots: its colour and shape. */
export function MarkerSwatch(props: { readonly style: MarkerStyle }): JSX.Element {
  return (
    <svg class="swatch" width="10" height="10" viewBox="0 0 10 10" aria-hidden="true">
      <path d={props.style.path} fill={props.style.colour} />
    </svg>
  )
}
