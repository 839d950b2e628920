import { For, Show, type JSX } from 'solid-js'
import type { ModelFacts } from '../../../shared/catalog/model-facts.ts'
import { fineChange, grouped, threeSignificant } from '../../../shared/report/format.ts'
import { billionsText } from './model-columns.ts'
import { numberHeads, TableHead } from '../../ui/table-head.tsx'

/** What an entry comes to by the cost model's own functions, beside what its makers publish. */
export function DerivedFigures(props: { readonly facts: ModelFacts }): JSX.Element {
  const sizes = () =>
    [
      ['Parameters', props.facts.totalParams],
      ['Active for a token', props.facts.activeParams],
    ] as const
  const bytes = (value: number | null) => (value === null ? '–' : `${threeSignificant(value / 1e3)} KB`)
  return (
    <section aria-label="Derived figures">
      <p class="section-label">Derived from its shape</p>
      <Show when={props.facts.unsupported}>
        {(part) => <p>Nothing can be derived: the rules have no equation yet for {part()}.</p>}
      </Show>
      <table class="derived">
        <TableHead cells={['', ...numberHeads('derived', 'published', 'difference')]} />
        <tbody>
          <For each={sizes()}>
            {([label, { derived, published, difference }]) => (
              <tr>
                <th scope="row">{label}</th>
                <td class="number strong">{billionsText(derived)}</td>
                <td class="number">{billionsText(published)}</td>
                <td class="number">{difference === null ? '–' : fineChange(difference)}</td>
              </tr>
            )}
          </For>
        </tbody>
      </table>
      <dl class="sourced-figures">
        <div>
          <dt>KV cache for each token of {grouped(props.facts.contextTokens)}</dt>
          <dd>{bytes(props.facts.kvBytesPerToken)}</dd>
        </div>
        <Show when={(props.facts.stateBytesPerSequence ?? 0) > 0}>
          <div>
            <dt>State of its linear mixers for each sequence</dt>
            <dd>{bytes(props.facts.stateBytesPerSequence)}</dd>
          </div>
        </Show>
        <div>
          <dt>Arithmetic for one more token after {grouped(props.facts.contextTokens)}</dt>
          <dd>
            {props.facts.flopPerToken === null ? '–' : `${threeSignificant(props.facts.flopPerToken / 1e9)} GFLOP`}
          </dd>
        </div>
      </dl>
    </section>
  )
}
