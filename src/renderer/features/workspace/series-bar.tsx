import Ellipsis from 'lucide-solid/icons/ellipsis'
import Plus from 'lucide-solid/icons/plus'
import { For, Show, type JSX } from 'solid-js'
import { seriesStyle, type Palette } from '../../../shared/report/palette.ts'
import { LineSwatch } from '../../ui/line-swatch.tsx'
import { Menu } from '../../ui/menu.tsx'
import type { CatalogNames } from './catalog-names.ts'
import type { Workspace } from './create-workspace.ts'

/** The series of the comparison: chosen by a click, edited by a second, each with its menu. */
export function SeriesBar(props: {
  readonly workspace: Workspace
  readonly names: CatalogNames
  readonly palette: Palette
}): JSX.Element {
  const { document, frontiers } = props.workspace
  return (
    <ul class="series-bar" aria-label="Series">
      <For each={document.keyed()}>
        {(one, at) => (
          <li class="chip" classList={{ selected: one.key === props.workspace.selectedKey() }}>
            <button
              type="button"
              class="chip-main"
              aria-pressed={one.key === props.workspace.selectedKey()}
              title={`Edit ${one.series.name}`}
              onClick={() => props.workspace.select(one.key, true)}
            >
              <LineSwatch style={seriesStyle(props.palette, at())} />
              <span class="chip-name">{one.series.name}</span>
              <span class="chip-note">
                {props.names.accelerator(one.series.accelerator)}
                {at() === 0 ? ' · baseline' : ''}
              </span>
              <Show when={frontiers.stateOf(one.key)?.status === 'failed'}>
                <span class="chip-problem">needs attention</span>
              </Show>
            </button>
            <Menu
              label={`Commands for ${one.series.name}`}
              items={[
                { label: 'Edit inputs', onSelect: () => props.workspace.select(one.key, true) },
                { label: 'Duplicate', onSelect: () => props.workspace.duplicate(one.key) },
                {
                  label: 'Make it the baseline',
                  disabled: at() === 0,
                  onSelect: () => document.makeBaseline(one.key),
                },
                {
                  label: 'Remove',
                  disabled: document.keyed().length === 1,
                  onSelect: () => props.workspace.remove(one.key),
                },
              ]}
            >
              <Ellipsis size={14} aria-hidden="true" />
            </Menu>
          </li>
        )}
      </For>
      <li>
        <button type="button" class="chip-add" onClick={() => props.workspace.addSeries()}>
          <Plus size={14} aria-hidden="true" /> Add series
        </button>
      </li>
    </ul>
  )
}
