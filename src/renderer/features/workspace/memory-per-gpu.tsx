import { For, type JSX } from 'solid-js'
import { gigabytes } from '../../../shared/report/format.ts'
import { memoryParts } from '../../../shared/report/memory-parts.ts'
import type { FrontierResult } from '../../../shared/search/frontier-result.ts'

/** What a GPU's memory holds at a point; hatching tells the parts apart as well as colour does. */
export function MemoryPerGpu(props: { readonly result: FrontierResult; readonly index: number }): JSX.Element {
  const parts = () => memoryParts(props.result, props.index)
  return (
    <section aria-label="Memory per GPU">
      <p class="section-label split">
        Memory per GPU <span>{gigabytes(props.result.hbmBytes)}</span>
      </p>
      <div class="bar memory" aria-hidden="true">
        <For each={parts()}>
          {({ id, bytes }) => (
            <span class={`bar-part memory-${id}`} style={{ width: `${(100 * bytes) / props.result.hbmBytes}%` }} />
          )}
        </For>
      </div>
      <table class="parts">
        <tbody>
          <For each={parts()}>
            {({ id, label, bytes }) => (
              <tr>
                <th scope="row">
                  <span class={`key memory-${id}`} />
                  {label}
                </th>
                <td class="number strong">{gigabytes(bytes)}</td>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </section>
  )
}
