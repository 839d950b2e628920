import { For, type JSX } from 'solid-js'
import type { OutdatedSeries, StoredReadings } from '../../../shared/contract/library-calls.ts'
import { fineChange, threeSignificant, usd } from '../../../shared/report/format.ts'
import { DialogFrame } from '../../ui/dialog-frame.tsx'
import { day } from '../../ui/time-in-words.ts'
import { numberHead, TableHead } from '../../ui/table-head.tsx'

const READINGS = [
  { id: 'fastest', label: 'Fastest' },
  { id: 'preferred', label: 'Preferred' },
  { id: 'cheapest', label: 'Cheapest' },
] as const

const inWords = (readings: StoredReadings | null, id: keyof StoredReadings): string =>
  readings === null
    ? 'none'
    : `${threeSignificant(readings[id].tokensPerSecond)} @ ${usd(readings[id].usdPerMillionTokens)}`

const costChange = ({ stored, today }: OutdatedSeries, id: keyof StoredReadings): string =>
  stored === null || today === null
    ? ''
    : fineChange(today[id].usdPerMillionTokens / stored[id].usdPerMillionTokens - 1)

/** The numbers stored with a scenario beside today's. */
export function OldNumbersDialog(props: {
  readonly outdated: readonly OutdatedSeries[]
  readonly onClose: () => void
}): JSX.Element {
  return (
    <DialogFrame title="Old numbers and today's" class="old-numbers-dialog" onClose={() => props.onClose()}>
      <div class="old-numbers-body">
        <table class="old-numbers-table">
          <TableHead
            cells={['Series', 'Point', numberHead('Then, tok/s @ $/M'), numberHead('Today'), numberHead('Cost')]}
          />
          <tbody>
            <For each={props.outdated}>
              {(one) => (
                <For each={READINGS}>
                  {({ id, label }, place) => (
                    <tr>
                      {place() === 0 ? (
                        <th scope="rowgroup" rowspan={READINGS.length}>
                          {one.name}
                          <span class="quiet small">
                            {day(one.computedAt)}, Paretoscope {one.appVersion}
                          </span>
                          <For each={one.because}>{(because) => <span class="quiet small">{because}</span>}</For>
                        </th>
                      ) : null}
                      <td>{label}</td>
                      <td class="number">{inWords(one.stored, id)}</td>
                      <td class="number">{inWords(one.today, id)}</td>
                      <td class="number">{costChange(one, id)}</td>
                    </tr>
                  )}
                </For>
              )}
            </For>
          </tbody>
        </table>
      </div>
    </DialogFrame>
  )
}
