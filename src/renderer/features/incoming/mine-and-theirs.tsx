import { For, Show, type JSX } from 'solid-js'
import { DialogFrame } from '../../ui/dialog-frame.tsx'
import type { Compared, IncomingFiles } from './create-incoming.ts'

/** What a file's scenario has otherwise than the saved one of its name, side by side; the curves of both are behind it. */
export function MineAndTheirs(props: { readonly incoming: IncomingFiles; readonly compared: Compared }): JSX.Element {
  const { incoming } = props
  return (
    <DialogFrame title={`${props.compared.name}: yours and theirs`} class="mine-and-theirs" onClose={incoming.close}>
      <div class="mine-and-theirs-scroll" tabindex="0" role="group" aria-label="What differs">
        <Show
          when={props.compared.differences.length > 0}
          fallback={<p class="quiet">Both say the same; they are only written otherwise.</p>}
        >
          <table class="mine-and-theirs-table" aria-label="Differences">
            <thead>
              <tr>
                <th scope="col">Series</th>
                <th scope="col">What</th>
                <th scope="col">Yours</th>
                <th scope="col">Theirs</th>
              </tr>
            </thead>
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
        <button type="button" class="button" onClick={() => incoming.backToFiles()}>
          Back to the files
        </button>
        <button type="button" class="button primary" onClick={() => incoming.close()}>
          See the curves
        </button>
      </footer>
    </DialogFrame>
  )
}
