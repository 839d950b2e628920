import ArrowDown from 'lucide-solid/icons/arrow-down'
import ArrowUp from 'lucide-solid/icons/arrow-up'
import Copy from 'lucide-solid/icons/copy'
import { For, onCleanup, onMount, Show, type JSX } from 'solid-js'
import type { Palette } from '../../../shared/report/palette.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import type { Outputs } from '../outputs/create-outputs.ts'
import { TableExport } from '../outputs/export-menus.tsx'
import { AnswerLine } from './answer-line.tsx'
import { LeastChanges } from './least-changes.tsx'
import type { Readings } from './create-readings.ts'
import type { Workspace } from './create-workspace.ts'
import { SeriesRowHead } from './series-row-head.tsx'
import { ReadingsCell } from './readings-cell.tsx'
import { ReadingsOptions } from './readings-options.tsx'

/** The table twin of the chart: chosen points of every series, its costs at speeds and speeds at costs, against the baseline. */
export function ReadingsView(props: {
  readonly workspace: Workspace
  readonly readings: Readings
  readonly outputs: Outputs
  readonly palette: Palette
}): JSX.Element {
  const { document, frontiers: searches, shown } = props.workspace
  const { readings } = props
  let card!: HTMLDivElement
  onMount(() => {
    const observer = new ResizeObserver(([entry]) => readings.setWidth(entry!.contentRect.width))
    observer.observe(card)
    onCleanup(() => observer.disconnect())
  })
  const setup = () => props.workspace.view() === 'table' && readings.settings().columns.includes('setup')
  const asked = (id: string) => id === `at-speed ${readings.asked()}`
  const pointsOf = (key: string) => shown().find((one) => one.key === key)!.result.points
  const table = () => readings.asData(props.outputs.notes())
  props.outputs.offerTable(table)

  const SortHead = (head: { readonly id: string; readonly title: string; readonly unit: string }) => {
    const direction = () => {
      const sort = readings.sort()
      if (sort?.by !== head.id) return 'none'
      return sort.descending ? 'descending' : 'ascending'
    }
    return (
      <th
        scope="col"
        class={head.id === 'name' || head.id === 'sure' ? '' : 'number'}
        classList={{ asked: asked(head.id) }}
        aria-sort={direction()}
      >
        <button type="button" class="sort-button" onClick={() => readings.sortBy(head.id)}>
          <Show when={direction() !== 'none'}>
            {direction() === 'descending' ? (
              <ArrowDown size={11} aria-hidden="true" />
            ) : (
              <ArrowUp size={11} aria-hidden="true" />
            )}
          </Show>
          {head.title} <span class="quiet">{head.unit}</span>
        </button>
      </th>
    )
  }

  return (
    <div class="table-card" classList={{ narrow: readings.narrow() }} ref={card}>
      <AnswerLine
        series={readings.read()}
        prices={shown().map(({ result }) => result.usdPerGpuHour)}
        speed={readings.asked()}
        onAsk={props.workspace.setAskedSpeed}
        onShow={(at, tokensPerSecond) => props.workspace.pinPoint(shown()[at]!.key, tokensPerSecond)}
      >
        <ReadingsOptions workspace={props.workspace} readings={readings} />
        <IconButton label="Copy the table" onClick={() => props.outputs.copyTable(table, 'tsv')}>
          <Copy size={14} aria-hidden="true" />
        </IconButton>
        <TableExport outputs={props.outputs} name="the readings" table={table} />
      </AnswerLine>
      <table class="readings">
        <caption class="for-screen-readers">
          Speed in tokens per second for one user, cost in USD per million tokens; percentages against the baseline; ~
          lies between two points of the frontier; a range under a figure holds 90 % of the samples of its inputs
        </caption>
        <thead>
          <tr>
            <SortHead id="name" title="Series" unit="" />
            <For each={readings.columns()}>
              {(column) => <SortHead id={column.id} title={column.title} unit={column.unit} />}
            </For>
          </tr>
        </thead>
        <tbody>
          <For each={readings.rows()}>
            {(one) => (
              <tr>
                <SeriesRowHead workspace={props.workspace} one={one} palette={props.palette} />
                <Show
                  when={readings.rowOf(one.key)}
                  fallback={
                    <td class="quiet readings-message" colspan={readings.columns().length}>
                      {searches.stateOf(one.key)?.message ?? 'computing'}{' '}
                      <LeastChanges workspace={props.workspace} seriesKey={one.key} />
                    </td>
                  }
                >
                  {(row) => (
                    <For each={readings.columns()}>
                      {(column) => (
                        <ReadingsCell
                          column={column}
                          reading={column.reading(row())}
                          points={pointsOf(one.key)}
                          baseline={one.key === document.baselineKey()}
                          setup={setup()}
                          asked={asked(column.id)}
                          onShow={(speed) => props.workspace.pinPoint(one.key, speed)}
                        />
                      )}
                    </For>
                  )}
                </Show>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </div>
  )
}
