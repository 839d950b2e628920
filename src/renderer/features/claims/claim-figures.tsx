import { For, Show, type JSX } from 'solid-js'
import { claimNotes, figuresTable, valueInWords } from '../../../shared/claims/claim-words.ts'
import type { ClaimResult } from '../../../shared/claims/claim-result.ts'
import type { Claim } from '../../../shared/claims/claim.ts'
import { CardHead } from '../../ui/card-head.tsx'
import type { Outputs } from '../outputs/create-outputs.ts'
import { TableExport } from '../outputs/export-menus.tsx'
import { VerdictMark } from './verdict-mark.tsx'
import { numberHead, TableHead } from '../../ui/table-head.tsx'

/** What was measured, what is claimed of it, and what that comes to. */
export function ClaimFigures(props: {
  readonly claim: Claim
  readonly result: ClaimResult
  readonly outputs: Outputs
}): JSX.Element {
  const table = () =>
    figuresTable(props.claim, props.result, [...claimNotes(props.claim, props.result), ...props.outputs.origin()])
  return (
    <section class="table-card claim-figures-card" aria-label="Figures">
      <CardHead title="Figures">
        <TableExport outputs={props.outputs} name="the claim’s figures" table={table} />
      </CardHead>
      <table class="readings claim-figures" aria-label="Figures of the claim">
        <TableHead cells={['figure', numberHead('measured'), 'claimed', 'verdict']} />
        <tbody>
          <For each={props.result.figures}>
            {(figure) => (
              <tr>
                <th scope="row">{figure.label}</th>
                <td class="number strong">{valueInWords(figure)}</td>
                <td>{figure.claimed?.says}</td>
                <td>
                  <Show when={figure.verdict}>{(verdict) => <VerdictMark verdict={verdict()} />}</Show>
                </td>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </section>
  )
}
