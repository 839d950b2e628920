import type { JSX } from 'solid-js'

/** The letter of a pin, as on the chart. */
export function PinBadge(props: { readonly name: string; readonly colour: string }): JSX.Element {
  return (
    <span class="pin-badge" style={{ 'border-color': props.colour }}>
      {props.name}
    </span>
  )
}
