import { For, type JSX } from 'solid-js'

export interface BarPart {
  readonly label: string
  /** Of the bar's full width. */
  readonly share: number
  readonly text: string
  readonly colour?: string
  /** Class that fills the part where a colour alone does not. */
  readonly kind?: string
}

/** Parts of a whole one beside the other; each is told and named as a tip. */
export function StackedBar(props: { readonly parts: readonly BarPart[] }): JSX.Element {
  return (
    <>
      <div class="bar stacked" aria-hidden="true">
        <For each={props.parts}>
          {({ label, share, text, colour, kind }) => (
            <span
              class={`bar-part ${kind ?? ''}`}
              title={`${label} ${text}`}
              style={{ width: `${100 * share}%`, 'background-color': colour }}
            />
          )}
        </For>
      </div>
      <span class="for-screen-readers">
        {props.parts.map(({ label, text }) => `${label} ${text}`).join(', ')}; in all{' '}
      </span>
    </>
  )
}
