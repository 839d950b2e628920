import { For, type JSX } from 'solid-js'
import type { ObservedFacts } from '../../shared/report/observed-facts.ts'
import type { Corner } from './readout-corner.ts'

/** An observed point: what was observed, where that is from, and how far the nearest prediction is. */
export function ObservedReadout(props: { readonly facts: ObservedFacts; readonly corner: Corner }): JSX.Element {
  return (
    <div class="readout observed-readout" data-corner={props.corner} aria-live="polite" data-testid="observed-readout">
      <p class="readout-title">{props.facts.name}</p>
      <p class="strong">{props.facts.figures}</p>
      <For each={props.facts.predicted}>{(sentence) => <p>{sentence}</p>}</For>
      <p class="quiet">{props.facts.from.join(' · ')}</p>
    </div>
  )
}
