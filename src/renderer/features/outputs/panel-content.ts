import { bindingStretches } from '../../../shared/report/binding-stretches.ts'
import type { PanelContent } from '../../../shared/report/chart-picture.ts'
import { speedAxisOf } from '../../../shared/report/metrics.ts'
import type { PanelSeries } from '../../charts/frontier-panel.tsx'
import type { FrontierPanels } from '../workspace/create-frontier-panels.ts'
import type { Plot } from '../workspace/create-plot.ts'
import type { Workspace } from '../workspace/create-workspace.ts'

/** A panel of frontiers as it is seen: its lines and marks, the axes as zoomed, what binds where that is shown. */
export function panelContent(
  { charts, selectedKey }: Workspace,
  panels: FrontierPanels,
  panel: { readonly name: string | null; readonly series: readonly PanelSeries[]; readonly plot: Plot },
): PanelContent {
  const { bounds, xScale } = panel.plot.axes()
  const told = charts.binding() ? (panel.series.find(({ key }) => key === selectedKey()) ?? panel.series[0]) : undefined
  const { convert } = speedAxisOf(charts.speedAxis())
  return {
    name: panel.name,
    bounds,
    curves: panel.series.map(({ curve }) => curve),
    observed: panels.observedOf(panel.series),
    binding:
      told === undefined
        ? null
        : {
            name: told.series.name,
            styleIndex: told.styleIndex,
            look: told.series,
            stretches: bindingStretches(told.result.points, bounds.x, xScale, convert),
          },
  }
}
