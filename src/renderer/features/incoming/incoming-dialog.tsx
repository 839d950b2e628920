import { For, Show, type JSX } from 'solid-js'
import type { OnDiffering } from '../../../shared/contract/incoming-calls.ts'
import { DialogFrame } from '../../ui/dialog-frame.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import type { Incoming, IncomingFiles } from './create-incoming.ts'

const STATES = {
  new: 'new',
  same: 'in your library already, just as it is',
  differs: 'your library has another of this name',
} as const

const CHOICES: readonly { readonly id: OnDiffering; readonly label: string; readonly hint: string }[] = [
  { id: 'both', label: 'keep both', hint: 'Adds it beside yours' },
  { id: 'theirs', label: 'take theirs', hint: 'Yours stays as an earlier version of it' },
  { id: 'mine', label: 'keep mine', hint: 'Leaves the file’s out' },
]

/** What files from outside hold and what they would change, before anything is stored. */
export function IncomingDialog(props: { readonly incoming: IncomingFiles }): JSX.Element {
  const { incoming } = props
  const File = (file: { readonly of: Incoming }) => (
    <li>
      <p>
        <strong>{file.of.scenario?.name ?? file.of.fileName}</strong>{' '}
        <Show when={file.of.scenario !== null}>
          <span class="quiet">{file.of.fileName}</span>
        </Show>
      </p>
      <Show when={file.of.problem}>{(problem) => <p class="field-problem">{problem()}</p>}</Show>
      <Show when={file.of.scenario}>
        {(scenario) => (
          <>
            <p class="field-note">
              {scenario().series.length} series:{' '}
              {scenario()
                .series.map(({ name }) => name)
                .join(', ')}
            </p>
            <Show when={file.of.standing}>{(standing) => <p class="field-note">{STATES[standing().state]}</p>}</Show>
            <Show when={file.of.standing?.state === 'differs'}>
              <button
                type="button"
                class="text-button incoming-compare"
                aria-label={`Compare with mine: ${scenario().name}`}
                onClick={() => void incoming.compare(file.of)}
              >
                Compare with mine
              </button>
            </Show>
            <For each={incoming.differencesOf(scenario())}>{(line) => <p class="field-note">{line}</p>}</For>
            <Show when={scenario().observed.length > 0}>
              <p class="field-note">
                observed points:{' '}
                {scenario()
                  .observed.map(({ name }) => name)
                  .join(', ')}
              </p>
            </Show>
          </>
        )}
      </Show>
    </li>
  )
  return (
    <DialogFrame title="Scenario files" class="incoming-dialog" onClose={incoming.close}>
      <div class="incoming-body">
        <ul class="observed-sets" aria-label="Files">
          <For each={incoming.files()}>{(file) => <File of={file} />}</For>
        </ul>
        <Show when={incoming.anyDiffers()}>
          <div class="incoming-choice">
            <span>Where your library has another of the name:</span>
            <Segmented
              label="Where your library has another of the name"
              options={CHOICES}
              value={incoming.onDiffering()}
              onChange={incoming.setOnDiffering}
            />
          </div>
        </Show>
      </div>
      <footer class="dialog-foot">
        <button type="button" class="button" onClick={() => incoming.close()}>
          Cancel
        </button>
        <Show when={incoming.readable() > 0}>
          <button
            type="button"
            class="button"
            title="Shows the first as it is; it is saved with its first edit only"
            onClick={() => void incoming.look()}
          >
            Only look
          </button>
          <button type="button" class="button primary" onClick={() => void incoming.add()}>
            {incoming.toAdd() === 0
              ? 'Open mine'
              : incoming.toAdd() === 1
                ? 'Add to the library'
                : `Add ${incoming.toAdd()} to the library`}
          </button>
        </Show>
      </footer>
    </DialogFrame>
  )
}
