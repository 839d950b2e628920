import PanelRightClose from 'lucide-solid/icons/panel-right-close'
import { createEffect, Show, type JSX } from 'solid-js'
import type { Palette } from '../../../shared/report/palette.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import type { CatalogNames } from './catalog-names.ts'
import type { Panels } from './create-panels.ts'
import { createSensitivity } from './create-sensitivity.ts'
import type { Workspace } from './create-workspace.ts'
import { LeastChanges } from './least-changes.tsx'
import { PinList } from './pin-list.tsx'
import { PointInspector } from './point-inspector.tsx'
import { SeriesEditor } from '../series-editor/series-editor.tsx'

const TABS = [
  { id: 'point', label: 'Point' },
  { id: 'inputs', label: 'Inputs' },
] as const

/** The panel beside the comparison: a point, or the inputs of the chosen series. Comes forward when either is chosen. */
export function Inspector(props: {
  readonly workspace: Workspace
  readonly panels: Panels
  readonly names: CatalogNames
  readonly palette: Palette
}): JSX.Element {
  const { workspace } = props
  const { document } = workspace
  createEffect(() => {
    if (workspace.pins.shown() !== null || workspace.editing()) props.panels.setInspector(true)
  })
  const sensitivity = createSensitivity(
    () => (props.panels.inspector() && !workspace.editing() ? (workspace.inspected()?.one ?? null) : null),
    document.scenario,
    () => workspace.frontiers.computing() || workspace.bands.computing(),
    () => props.names.catalog,
  )
  const edited = () => document.keyed().find((one) => one.key === workspace.selectedKey())!
  const selectedMessage = () => workspace.frontiers.stateOf(workspace.selectedKey())?.message
  const baseline = () => {
    const key = document.baselineKey()
    return edited().key === key ? null : document.keyed().find((one) => one.key === key)!.series
  }
  const editedProblem = () => {
    const state = workspace.frontiers.stateOf(edited().key)
    return state?.status === 'failed' ? state.message : null
  }
  return (
    <Show when={props.panels.inspector()}>
      <aside class="inspector" aria-label="Inspector">
        <div class="inspector-head">
          <Segmented
            label="Inspector"
            options={TABS}
            value={workspace.editing() ? 'inputs' : 'point'}
            onChange={(tab) => (tab === 'inputs' ? workspace.showInputs() : workspace.showPoint())}
          />
          <IconButton label="Hide inspector" onClick={() => props.panels.setInspector(false)}>
            <PanelRightClose size={15} aria-hidden="true" />
          </IconButton>
        </div>
        <Show
          when={workspace.editing()}
          fallback={
            <>
              <PinList workspace={workspace} palette={props.palette} />
              <Show
                when={workspace.inspected()}
                fallback={
                  <div class="inspector-empty">
                    <p>{selectedMessage() ?? 'The frontier is being computed.'}</p>
                    <LeastChanges workspace={workspace} seriesKey={workspace.selectedKey()} />
                  </div>
                }
              >
                {(point) => (
                  <PointInspector
                    point={point()}
                    names={props.names}
                    palette={props.palette}
                    sensitivity={sensitivity()}
                    band={workspace.bands.stateOf(point().one.key)}
                    onUnpin={workspace.pins.unpin}
                  />
                )}
              </Show>
            </>
          }
        >
          <Show when={edited().key} keyed>
            <SeriesEditor
              series={edited().series}
              names={props.names}
              baseline={baseline()}
              at={document.keyed().indexOf(edited())}
              palette={props.palette}
              problem={editedProblem()}
              onChange={(patch) => document.editSeries(workspace.selectedKey(), patch)}
            />
          </Show>
        </Show>
      </aside>
    </Show>
  )
}
