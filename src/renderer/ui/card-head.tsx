import type { JSX } from 'solid-js'

/** What a card shows, and beside it what can be done with it. */
export function CardHead(props: { readonly title: string; readonly children: JSX.Element }): JSX.Element {
  return (
    <header class="card-head">
      <h2 class="section-label">{props.title}</h2>
      {props.children}
    </header>
  )
}
