import { createMemo, For, Show, type Accessor, type JSX } from 'solid-js'
import { METRICS } from '../../../shared/report/metrics.ts'
import { seriesStyle, type Palette } from '../../../shared/report/palette.ts'
import { FrontierPanel, type PanelSeries } from '../../charts/frontier-panel.tsx'
import { LineSwatch } from '../../ui/line-swatch.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { LeastChanges } from './least-changes.tsx'
import type { Workspace } from './create-workspace.ts'

const SCALES = [
  { id: 'linear', label: 'linear' },
  { id: 'log', label: 'log' },
] as const

/** The frontiers: all in one chart, or one panel each with the same axes and one cursor. */
export function ChartsView(props: { readonly workspace: Workspace; readonly palette: Palette }): JSX.Element {
  const { workspace } = props
  const pinned = () => workspace.pinned().map(({ name, one, index }) => ({ name, index, styleIndex: one.styleIndex }))
  const about = () => METRICS.find((metric) => metric.id === workspace.metric())!
  const failures = createMemo(() =>
    workspace.document.keyed().flatMap(({ key, series }) => {
      const state = workspace.frontiers.stateOf(key)
      const said = workspace.view() === 'side-by-side' && state?.result != null
      return state?.message == null || state.status === 'computing' || said
        ? []
        : [{ key, name: series.name, message: state.message }]
    }),
  )

  const panel = (label: string, series: Accessor<readonly PanelSeries[]>, compact: boolean) => (
    <FrontierPanel
      label={label}
      series={series()}
      metric={workspace.metric()}
      scale={workspace.scale()}
      bounds={workspace.bounds()}
      palette={props.palette}
      compact={compact}
      speedWeight={workspace.document.scenario().readings.speedWeight}
      cursor={workspace.cursor}
      pinned={pinned()}
      onCursor={workspace.setCursor}
      onPin={workspace.pinPoint}
    />
  )

  return (
    <section class="chart-card" aria-label="Frontiers">
      <header class="chart-head">
        <h2 class="chart-title">
          {about().title}
          <span class="quiet"> {about().axis}</span>
        </h2>
        <span class="axis-name" aria-hidden="true">
          x
        </span>
        <Segmented label="Speed axis" options={SCALES} value={workspace.scale()} onChange={workspace.setScale} />
        <span class="axis-name" aria-hidden="true">
          y
        </span>
        <Segmented label="Vertical axis" options={METRICS} value={workspace.metric()} onChange={workspace.setMetric} />
      </header>
      <Show when={failures().length > 0}>
        <ul class="problems" role="status">
          <For each={failures()}>
            {(failure) => (
              <li>
                <strong>{failure.name}</strong>: {failure.message}{' '}
                <LeastChanges workspace={workspace} seriesKey={failure.key} />
              </li>
            )}
          </For>
        </ul>
      </Show>
      <Show
        when={workspace.view() === 'side-by-side'}
        fallback={<div class="chart-body">{panel('All frontiers', workspace.shown, false)}</div>}
      >
        <div class="panels" data-count={Math.min(6, workspace.shown().length)}>
          <For each={workspace.shown()}>
            {(one) => (
              <figure class="panel">
                <figcaption>
                  <LineSwatch style={seriesStyle(props.palette, one.styleIndex, one.series)} /> {one.series.name}
                </figcaption>
                <Show when={one.result.nothingFits} fallback={panel(one.series.name, () => [one], true)}>
                  {(reason) => (
                    <div class="panel-without">
                      <p>{reason()}</p>
                      <LeastChanges workspace={workspace} seriesKey={one.key} />
                    </div>
                  )}
                </Show>
              </figure>
            )}
          </For>
        </div>
      </Show>
    </section>
  )
}
