import { createMemo, For, onCleanup, Show, type JSX } from 'solid-js'
import { panelColumns } from '../../../shared/report/panel-columns.ts'
import { picturePanel, type ChartPicture, type PanelContent } from '../../../shared/report/chart-picture.ts'
import { DARK, seriesStyle, type Palette } from '../../../shared/report/palette.ts'
import { FrontierPanel, type PanelSeries } from '../../charts/frontier-panel.tsx'
import type { Observed } from '../observed/create-observed.ts'
import { ObservedLegend } from '../observed/observed-legend.tsx'
import type { Outputs } from '../outputs/create-outputs.ts'
import { ChartExport } from '../outputs/export-menus.tsx'
import { panelContent } from '../outputs/panel-content.ts'
import { LineSwatch } from '../../ui/line-swatch.tsx'
import type { CatalogNames } from './catalog-names.ts'
import { ChartHead } from './chart-head.tsx'
import { createFrontierPanels } from './create-frontier-panels.ts'
import { createPlot, type Plot } from './create-plot.ts'
import { LeastChanges } from './least-changes.tsx'
import type { Workspace } from './create-workspace.ts'
import { panelGroups } from './panel-groups.ts'

/** The frontiers: all in one chart, or shared out to panels with one cursor and the same axes, or axes of their own. */
export function ChartsView(props: {
  readonly workspace: Workspace
  readonly observed: Observed
  readonly names: CatalogNames
  readonly outputs: Outputs
  readonly palette: Palette
}): JSX.Element {
  const { workspace } = props
  const { charts } = workspace
  const panels = createFrontierPanels(workspace)
  const plot = createPlot(charts, 'all', () => panels.setupOf(panels.series()))
  const groups = createMemo(() => panelGroups(workspace.shown(), charts.panelPer(), props.names))
  const hasPanels = () => workspace.view() === 'side-by-side'
  const panelRows = () => (hasPanels() ? Math.ceil(groups().length / panelColumns(groups().length)) : 1)
  const problems = createMemo(() => [
    ...workspace.document.keyed().flatMap(({ key, series }) => {
      const state = workspace.frontiers.stateOf(key)
      // Where it has a panel of its own, the panel says it.
      const said = hasPanels() && charts.panelPer() === 'series' && state?.result != null
      return state?.message == null || state.status === 'computing' || said
        ? []
        : [{ key, name: series.name, message: state.message }]
    }),
    ...panels.without(),
  ])

  /** What each panel shows, by its group. */
  const contents = new Map<string, () => PanelContent>()
  const picture = (): ChartPicture | null => {
    const inView = hasPanels()
      ? groups().flatMap(({ key }) => contents.get(key)?.() ?? [])
      : [panelContent(workspace, panels, { name: null, series: panels.series(), plot })]
    if (inView.every(({ curves }) => curves.length === 0)) return null
    return {
      subject: props.outputs.subject(),
      theme: props.palette === DARK ? 'dark' : 'light',
      shows: { of: 'frontiers', metric: charts.metric(), speedAxis: charts.speedAxis(), pue: charts.pue() },
      xScale: charts.xScale(),
      yScale: charts.yScale(),
      panels: inView.map(picturePanel),
      notes: props.outputs.notes(),
    }
  }
  props.outputs.offerChart(picture)

  const Panel = (panel: {
    readonly label: string
    readonly series: readonly PanelSeries[]
    readonly plot: Plot
    readonly compact: boolean
  }) => (
    <FrontierPanel
      label={panel.label}
      series={panel.series}
      observed={panels.observedOf(panel.series)}
      metric={charts.metric()}
      speedAxis={charts.speedAxis()}
      pue={charts.pue()}
      axes={panel.plot.axes()}
      limits={panel.plot.limits()}
      palette={props.palette}
      compact={panel.compact}
      cursor={charts.cursor}
      binding={charts.binding()}
      bindingKey={workspace.selectedKey()}
      onCursor={charts.setCursor}
      onPin={workspace.pinPoint}
      onLook={panel.plot.look}
    />
  )

  /** A panel of a group; its own axes are made here, the shared ones come from all. */
  const GroupPanel = (group: {
    readonly name: string
    readonly groupKey: string
    readonly members: readonly string[]
  }) => {
    const series = createMemo(() => panels.series().filter(({ key }) => group.members.includes(key)))
    const own = createPlot(charts, group.groupKey, () => panels.setupOf(series()))
    const seen = () => (charts.sharedAxes() ? plot : own)
    const nothing = () => (charts.panelPer() === 'series' ? (series()[0]?.result.nothingFits ?? null) : null)
    contents.set(group.groupKey, () => ({
      ...panelContent(workspace, panels, { name: group.name, series: series(), plot: seen() }),
      without: nothing(),
    }))
    onCleanup(() => contents.delete(group.groupKey))
    return (
      <figure class="panel">
        <figcaption>
          <Show when={series().length === 1} fallback={group.name}>
            <LineSwatch style={seriesStyle(props.palette, series()[0]!.styleIndex, series()[0]!.series)} /> {group.name}
          </Show>
          <Show when={!charts.sharedAxes() && own.zoomed()}>
            <button type="button" class="text-button" onClick={() => own.look(null)}>
              Reset zoom of {group.name}
            </button>
          </Show>
        </figcaption>
        <Show when={nothing()} fallback={<Panel label={group.name} series={series()} plot={seen()} compact={true} />}>
          {(reason) => (
            <div class="panel-without">
              <p>{reason()}</p>
              <LeastChanges workspace={workspace} seriesKey={series()[0]!.key} />
            </div>
          )}
        </Show>
      </figure>
    )
  }

  return (
    <section class="chart-card" aria-label="Frontiers" style={{ '--panel-rows': panelRows() }}>
      <ChartHead workspace={workspace} observed={props.observed} panels={panels} plot={plot}>
        <ChartExport outputs={props.outputs} picture={picture} />
      </ChartHead>
      <ObservedLegend marks={panels.observedOf(panels.series())} palette={props.palette} />
      <Show when={problems().length > 0}>
        <ul class="problems" role="status">
          <For each={problems()}>
            {(problem) => (
              <li>
                <strong>{problem.name}</strong>: {problem.message}{' '}
                <LeastChanges workspace={workspace} seriesKey={problem.key} />
              </li>
            )}
          </For>
        </ul>
      </Show>
      <Show
        when={hasPanels()}
        fallback={
          <div class="chart-body">
            <Panel label="All frontiers" series={panels.series()} plot={plot} compact={false} />
          </div>
        }
      >
        <div class="panels" data-count={Math.min(6, groups().length)}>
          <For each={groups().map(({ key }) => key)}>
            {(key) => {
              const group = () => groups().find((one) => one.key === key)
              return (
                <GroupPanel
                  groupKey={key}
                  name={group()?.name ?? ''}
                  members={group()?.members.map((one) => one.key) ?? []}
                />
              )
            }}
          </For>
        </div>
      </Show>
    </section>
  )
}
