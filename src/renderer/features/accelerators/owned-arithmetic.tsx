import { For, type JSX } from 'solid-js'
import { ownedCostLines, type OwnedCost } from '../../../shared/catalog/owned-cost.ts'
import { threeSignificant } from '../../../shared/report/format.ts'

/** How the price of an owned GPU comes about, line by line. */
export function OwnedArithmetic(props: { readonly cost: OwnedCost }): JSX.Element {
  return (
    <table class="arithmetic" aria-label="Arithmetic of the price">
      <tbody>
        <For each={ownedCostLines(props.cost)}>
          {({ label, how, value, unit }) => (
            <tr classList={{ total: label === 'Price' }}>
              <th scope="row">
                {label} <span class="quiet small">{how}</span>
              </th>
              <td class="number">
                {unit.startsWith('USD') ? `$${threeSignificant(value)}` : `${threeSignificant(value)} ${unit}`}
              </td>
            </tr>
          )}
        </For>
      </tbody>
    </table>
  )
}
