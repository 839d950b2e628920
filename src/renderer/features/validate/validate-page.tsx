import { createEffect, For, onMount, Show, type JSX } from 'solid-js'
import { DARK, type Palette } from '../../../shared/report/palette.ts'
import { markerStyle } from '../../../shared/report/markers.ts'
import { agreementPicture } from '../../../shared/validation/agreement-picture.ts'
import { validationData, validationNotes } from '../../../shared/validation/validation-data.ts'
import { AgreementPanel } from '../../charts/agreement-panel.tsx'
import { Choice } from '../../ui/choice.tsx'
import { MarkerSwatch } from '../../ui/marker-swatch.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { CalibrationDialog } from '../calibration/calibration-dialog.tsx'
import type { Calibrating } from '../calibration/create-calibration.ts'
import type { Outputs } from '../outputs/create-outputs.ts'
import { ChartExport, TableExport } from '../outputs/export-menus.tsx'
import type { Panels } from '../workspace/create-panels.ts'
import type { MeasuredWhat, Validate } from './create-validate.ts'
import { ErrorFigures } from './error-figures.tsx'
import { RowFilters } from './row-filters.tsx'
import { RowGrid } from './row-grid.tsx'
import { RowInspector } from './row-inspector.tsx'

const KINDS: readonly { id: MeasuredWhat; label: string }[] = [
  { id: 'decode', label: 'Decode times' },
  { id: 'allReduce', label: 'All-reduces' },
]

/** How far the standard rules are from measurements: chart, figures and every row. */
export function ValidatePage(props: {
  readonly validate: Validate
  readonly calibration: Calibrating
  readonly outputs: Outputs
  readonly panels: Panels
  readonly palette: Palette
}): JSX.Element {
  const { validate } = props
  onMount(() => void validate.start())
  const subject = () => validate.fileName() ?? 'Shipped measurements'
  const table = () => {
    const rows = validate.listed().map(({ row }) => row)
    return rows.length === 0 ? null : validationData(subject(), rows, validate.constants(), props.outputs.origin())
  }
  const picture = () =>
    validate.listed().length === 0
      ? null
      : agreementPicture(validate.groups(), validate.bounds(), {
          subject: subject(),
          theme: props.palette === DARK ? 'dark' : 'light',
          notes: validationNotes(validate.constants(), props.outputs.origin()),
        })
  props.outputs.offerTable(table)
  props.outputs.offerChart(picture)
  createEffect(() => {
    if (validate.selected() !== null) props.panels.setInspector(true)
  })
  return (
    <>
      <main class="workspace validate">
        <header class="validate-head">
          <h2 class="validate-title">Predicted against measured</h2>
          <Show when={validate.has('decode') && validate.has('allReduce')}>
            <Segmented label="What was measured" options={KINDS} value={validate.what()} onChange={validate.lookAt} />
          </Show>
          <Segmented
            label="Constants"
            options={validate.sets().map((id) => ({ id, label: id }))}
            value={validate.constants()}
            onChange={validate.setConstants}
          />
          <Show when={validate.fileName() !== null}>
            <button type="button" class="button" onClick={() => void validate.showShipped()}>
              Back to the app's
            </button>
          </Show>
          <button
            type="button"
            class="button"
            title="Compare with measurements of your own: the same columns, as CSV"
            onClick={() => void validate.openCsv()}
          >
            Open CSV…
          </button>
        </header>
        <Show when={validate.problem()}>
          {(problem) => (
            <p class="problem" role="alert">
              {problem()}
            </p>
          )}
        </Show>
        <Show when={validate.report()}>
          {(report) => (
            <>
              <ErrorFigures
                summary={validate.summary()}
                coverage={report().coverage}
                fileName={validate.fileName()}
                filtered={validate.listed().length < report().rows.length}
              />
              <div class="validate-filters">
                <RowFilters validate={validate} groupings={report().groupings} />
                <button
                  type="button"
                  class="button"
                  title="Fit a few constants of the standard rules to these decode times"
                  disabled={!validate.has('decode')}
                  onClick={() => props.calibration.show()}
                >
                  Fit constants…
                </button>
                <TableExport outputs={props.outputs} name="the measurements" table={table} />
              </div>
              <div class="validate-body">
                <section class="chart-card" aria-label="Predicted against measured">
                  <header class="chart-head">
                    <ul class="marker-legend" aria-label="Legend">
                      <For each={validate.groups()}>
                        {(group) => (
                          <li>
                            <MarkerSwatch style={markerStyle(props.palette, group.styleIndex)} /> {group.name}
                          </li>
                        )}
                      </For>
                    </ul>
                    <Choice
                      label="Colour by"
                      options={report().groupings.map(({ title }) => ({ id: title, label: title.toLowerCase() }))}
                      value={validate.colourBy()}
                      onChange={validate.setColourBy}
                    />
                    <ChartExport outputs={props.outputs} picture={picture} />
                  </header>
                  <div class="chart-body">
                    <AgreementPanel
                      groups={validate.groups()}
                      rows={validate.listed()}
                      bounds={validate.bounds()}
                      palette={props.palette}
                      selected={validate.selectedRow()}
                      onSelect={validate.select}
                    />
                  </div>
                </section>
                <RowGrid validate={validate} />
              </div>
            </>
          )}
        </Show>
      </main>
      <Show when={props.calibration.isOpen()}>
        <CalibrationDialog calibration={props.calibration} />
      </Show>
      <RowInspector validate={validate} panels={props.panels} palette={props.palette} />
    </>
  )
}
