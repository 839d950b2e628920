import { For, Show, type JSX } from 'solid-js'
import { signedPercent, threeSignificant, usd } from '../../../shared/report/format.ts'
import type { Reading } from '../../../shared/report/readings-table.ts'
import type { ChipDesign } from './create-chip-design.ts'
import { numberHeads, TableHead } from '../../ui/table-head.tsx'

const costText = (reading: Reading | null | undefined): string =>
  reading == null ? '–' : usd(reading.usdPerMillionTokens)

/** What a million tokens cost on both chips at the same speeds, the fastest first. */
export function ChipReadings(props: { readonly design: ChipDesign }): JSX.Element {
  const table = () => props.design.readings()
  const rowOf = (key: 'original' | 'chip') => {
    const at = props.design.shown().findIndex((one) => one.key === key)
    return at === -1 ? null : (table().rows[at] ?? null)
  }
  const change = (at: number) => rowOf('chip')?.atSpeed[at]?.costChange ?? null
  return (
    <section class="chip-readings" aria-label="Costs at speeds">
      <table>
        <TableHead
          cells={numberHeads(
            'tokens/s',
            `${props.design.originalName()}, $/M`,
            `${props.design.chipName()}, $/M`,
            'change',
          )}
        />
        <tbody>
          <For each={table().speeds.toReversed()}>
            {(speed, place) => {
              const at = () => table().speeds.length - 1 - place()
              const share = () => change(at())
              return (
                <tr classList={{ asked: speed === props.design.speed() }}>
                  <th scope="row" class="number">
                    {threeSignificant(speed)}
                  </th>
                  <td class="number">{costText(rowOf('original')?.atSpeed[at()])}</td>
                  <td class="number strong">{costText(rowOf('chip')?.atSpeed[at()])}</td>
                  <td class="number">
                    <Show when={share() !== null} fallback="–">
                      <span classList={{ better: share()! < -0.005, worse: share()! > 0.005 }}>
                        {signedPercent(share()!)}
                      </span>
                    </Show>
                  </td>
                </tr>
              )
            }}
          </For>
        </tbody>
      </table>
    </section>
  )
}
