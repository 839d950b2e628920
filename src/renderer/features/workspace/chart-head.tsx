import { Show, type JSX } from 'solid-js'
import { metricOf, SPEED_AXES, type MetricId, type SpeedAxisId } from '../../../shared/report/metrics.ts'
import { Choice } from '../../ui/choice.tsx'
import { InlineNumber } from '../../ui/inline-number.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import type { Observed } from '../observed/create-observed.ts'
import type { FrontierPanels } from './create-frontier-panels.ts'
import type { Plot } from './create-plot.ts'
import type { Workspace } from './create-workspace.ts'
import { PANEL_GROUPINGS, versionOf, type PanelGrouping } from './panel-groups.ts'
import { ZoomButtons } from './zoom-buttons.tsx'

const SCALES = [
  { id: 'linear', label: 'linear' },
  { id: 'log', label: 'log' },
] as const

const SHARING = [
  { id: 'shared', label: 'same axes' },
  { id: 'free', label: 'own axes' },
] as const

/** What the charts show and how: their axes, and how series are shared out to panels. */
export function ChartHead(props: {
  readonly workspace: Workspace
  readonly observed: Observed
  readonly panels: FrontierPanels
  readonly plot: Plot
  /** What can be done with the charts as a whole. */
  readonly children: JSX.Element
}): JSX.Element {
  const { charts } = props.workspace
  const about = () => metricOf(charts.metric())
  const groupings = () =>
    PANEL_GROUPINGS.filter(
      ({ id }) => id !== 'version' || props.workspace.shown().some((one) => versionOf(one.series) !== null),
    )
  return (
    <header class="chart-head">
      <h2 class="chart-title" title={about().says}>
        {about().title}
        <span class="quiet"> {props.plot.axes().y.name}</span>
      </h2>
      <div class="chart-tools">
        <Show when={props.workspace.view() === 'side-by-side'}>
          <Choice
            label="panel per"
            options={groupings()}
            value={charts.panelPer()}
            onChange={(id) => charts.setPanelPer(id as PanelGrouping)}
          />
          <Segmented
            label="Axes of the panels"
            options={SHARING}
            value={charts.sharedAxes() ? 'shared' : 'free'}
            onChange={(id) => charts.setSharedAxes(id === 'shared')}
          />
        </Show>
        <button
          type="button"
          class="button pressable"
          aria-pressed={charts.binding()}
          title="Under the chart, what takes most of the time along the frontier of the chosen series"
          onClick={() => charts.setBinding(!charts.binding())}
        >
          What binds
        </button>
        <button
          type="button"
          class="button"
          title="Lay measured or offered points over the frontiers"
          onClick={() => void props.observed.show()}
        >
          Observed{props.observed.sets().length === 0 ? '' : ` (${props.observed.sets().length})`}
        </button>
        <ZoomButtons plot={props.plot} />
        {props.children}
      </div>
      <div class="chart-axes">
        <div class="axis-control">
          <Choice
            label="x"
            options={SPEED_AXES}
            value={charts.speedAxis()}
            onChange={(id) => charts.setSpeedAxis(id as SpeedAxisId)}
          />
          <Segmented label="Scale of x" options={SCALES} value={charts.xScale()} onChange={charts.setXScale} />
        </div>
        <div class="axis-control">
          <Choice
            label="y"
            options={props.panels.metricOptions()}
            value={charts.metric()}
            onChange={(id) => charts.setMetric(id as MetricId)}
          />
          <Segmented label="Scale of y" options={SCALES} value={charts.yScale()} onChange={charts.setYScale} />
        </div>
        <Show when={charts.metric() === 'energy'}>
          <label class="axis-control quiet" title="Watts drawn from the grid per watt of GPU">
            PUE
            <InlineNumber
              label="PUE, watts from the grid per watt of GPU"
              value={charts.pue()}
              onChange={charts.setPue}
            />
          </label>
        </Show>
      </div>
    </header>
  )
}
