import { For, Show, type JSX } from 'solid-js'
import { DialogFrame } from '../../ui/dialog-frame.tsx'
import type { Compared } from './compare-with-mine.ts'
import { TableHead } from '../../ui/table-head.tsx'

/** What another's scenario has otherwise than the saved one of its name, side by side; the curves of both are behind it. */
export function MineAndTheirs(props: {
  readonly compared: Compared
  /** What Back goes to: "the files". */
  readonly from: string
  readonly onBack: () => void
  readonly onClose: () => void
}): JSX.Element {
  return (
    <DialogFrame title={`${props.compared.name}: yours and theirs`} class="mine-and-theirs" onClose={props.onClose}>
      <div class="mine-and-theirs-scroll" tabindex="0" role="group" aria-label="What differs">
        <Show
          when={props.compared.differences.length > 0}
          fallback={<p class="quiet">Both say the same; they are only written otherwise.</p>}
        >
          <table class="mine-and-theirs-table" aria-label="Differences">
            <TableHead cells={['Series', 'What', 'Yours', 'Theirs']} />
            <tbody>
              <For each={props.compared.differences}>
                {({ series, what, before, after }, at) => (
                  <tr>
                    <td>
                      {at() > 0 && series === props.compared.differences[at() - 1]!.series ? '' : (series ?? 'All')}
                    </td>
                    <th scope="row">{what}</th>
                    <td class="mine-and-theirs-value">{before === '' ? 'none' : before}</td>
                    <td class="mine-and-theirs-value">{after === '' ? 'none' : after}</td>
                  </tr>
                )}
              </For>
            </tbody>
          </table>
        </Show>
      </div>
      <footer class="dialog-foot">
        <span class="quiet dialog-note">Nothing is stored yet.</span>
        <button type="button" class="button" onClick={() => props.onBack()}>
          Back to {props.from}
        </button>
        <button type="button" class="button primary" onClick={() => props.onClose()}>
          See the curves
        </button>
      </footer>
    </DialogFrame>
  )
}
