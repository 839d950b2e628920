import Plus from 'lucide-solid/icons/plus'
import { createSignal, For, Show, type JSX } from 'solid-js'
import type { Palette } from '../../../shared/report/palette.ts'
import { VaryDialog } from '../series-editor/vary-dialog.tsx'
import type { CatalogNames } from './catalog-names.ts'
import type { Workspace } from './create-workspace.ts'
import { SeriesChip } from './series-chip.tsx'

/** The series of the comparison, in their order. */
export function SeriesBar(props: {
  readonly workspace: Workspace
  readonly names: CatalogNames
  readonly palette: Palette
}): JSX.Element {
  const { document } = props.workspace
  const [said, setSaid] = createSignal('')
  const [varied, setVaried] = createSignal<string | null>(null)
  const variedSeries = () => document.keyed().find((one) => one.key === varied())
  let bar!: HTMLUListElement

  const move = (key: string, to: number) => {
    document.moveSeries(key, to)
    const at = document.keyed().findIndex((one) => one.key === key)
    setSaid(`${document.keyed()[at]!.series.name} is now ${at + 1} of ${document.keyed().length}`)
    // Moving takes the button out of the page for a moment, and with it the focus.
    bar.children[at]?.querySelector<HTMLElement>('.chip-main')?.focus()
  }

  return (
    <>
      <ul class="series-bar" aria-label="Series" ref={bar}>
        <For each={document.keyed()}>
          {(one, at) => (
            <SeriesChip
              workspace={props.workspace}
              one={one}
              at={at()}
              accelerator={props.names.accelerator(one.series.accelerator)}
              palette={props.palette}
              onMove={move}
              onVary={() => setVaried(one.key)}
            />
          )}
        </For>
        <li>
          <button type="button" class="chip-add" onClick={() => props.workspace.addSeries()}>
            <Plus size={14} aria-hidden="true" /> Add series
          </button>
        </li>
      </ul>
      <p class="for-screen-readers" role="status" data-testid="moved">
        {said()}
      </p>
      <Show when={variedSeries()}>
        {(one) => (
          <VaryDialog
            series={one().series}
            room={document.room()}
            names={props.names}
            onClose={() => setVaried(null)}
            onAdd={(family, says) => {
              props.workspace.addFamily(family, one().key, says)
              setVaried(null)
            }}
          />
        )}
      </Show>
    </>
  )
}
