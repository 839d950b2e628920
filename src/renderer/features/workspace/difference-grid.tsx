import { createMemo, createSignal, For, onCleanup, onMount, Show, type JSX } from 'solid-js'
import { differenceOf } from '../../../shared/report/difference.ts'
import { differenceData } from '../../../shared/report/difference-data.ts'
import { differenceTable } from '../../../shared/report/difference-table.ts'
import { amount, threeSignificant, usd, usdLabel } from '../../../shared/report/format.ts'
import type { Palette } from '../../../shared/report/palette.ts'
import type { Outputs } from '../outputs/create-outputs.ts'
import { TableExport } from '../outputs/export-menus.tsx'
import { CardHead } from '../../ui/card-head.tsx'
import type { Workspace } from './create-workspace.ts'
import { SeriesRowHead } from './series-row-head.tsx'
import { numberHead, TableHead } from '../../ui/table-head.tsx'

/** Pixels that the names and each column need. */
const NAMES_WIDTH = 220
const COLUMN_WIDTH = 118

/** The table twin of the difference chart: each series at round speeds or costs, and how many times the baseline's that is. */
export function DifferenceGrid(props: {
  readonly workspace: Workspace
  readonly outputs: Outputs
  readonly palette: Palette
}): JSX.Element {
  const { charts, document, frontiers, shown } = props.workspace
  const [width, setWidth] = createSignal(0)
  let card!: HTMLDivElement
  onMount(() => {
    const observer = new ResizeObserver(([entry]) => setWidth(entry!.contentRect.width))
    observer.observe(card)
    onCleanup(() => observer.disconnect())
  })
  const difference = () => differenceOf(charts.difference())
  const cheaper = () => difference().id === 'cost'
  const table = createMemo(() => {
    const baseKey = document.baselineKey()
    return differenceTable(
      shown().map(({ result }) => result.points),
      shown().findIndex(({ key }) => key === baseKey),
      difference(),
      Math.max(1, Math.floor((width() - NAMES_WIDTH) / COLUMN_WIDTH)),
    )
  })
  const rowOf = (key: string) => table().rows[shown().findIndex((one) => one.key === key)] ?? null
  const asData = () =>
    shown().length === 0
      ? null
      : differenceData(
          props.outputs.subject(),
          difference(),
          table(),
          shown().map(({ series }) => series.name),
          props.outputs.notes(),
        )
  props.outputs.offerTable(asData)

  return (
    <div class="table-card" ref={card}>
      <CardHead title={difference().title}>
        <TableExport outputs={props.outputs} name="the differences" table={asData} />
      </CardHead>
      <table class="readings">
        <caption class="for-screen-readers">
          {difference().title}; each cell has the value and how many times it is
        </caption>
        <TableHead
          cells={[
            'Series',
            ...table().at.map((at) =>
              cheaper() ? numberHead(`$/M at ${amount(at)}`, 'tok/s') : numberHead(`tok/s at ${usdLabel(at)}`, '/M'),
            ),
          ]}
        />
        <tbody>
          <For each={document.keyed().filter(({ series }) => !series.hidden)}>
            {(one) => (
              <tr>
                <SeriesRowHead workspace={props.workspace} one={one} palette={props.palette} />
                <Show
                  when={rowOf(one.key)}
                  fallback={
                    <td class="quiet readings-message" colspan={table().at.length}>
                      {frontiers.stateOf(one.key)?.message ?? 'computing'}
                    </td>
                  }
                >
                  {(row) => (
                    <For each={row()}>
                      {(cell) => (
                        <td class="number">
                          <Show when={cell} fallback={<span class="quiet">no point</span>}>
                            {(found) => (
                              <>
                                {cheaper() ? usd(found().value) : threeSignificant(found().value)}{' '}
                                <span
                                  class="change"
                                  classList={{
                                    better: isBetter(found().ratio, cheaper()),
                                    worse: isBetter(found().ratio, !cheaper()),
                                  }}
                                >
                                  {one.key === document.baselineKey()
                                    ? 'base'
                                    : found().ratio === null
                                      ? ''
                                      : difference().y.format(found().ratio!)}
                                </span>
                              </>
                            )}
                          </Show>
                        </td>
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

/** Beyond half a percent. */
const isBetter = (ratio: number | null, lessIsBetter: boolean): boolean =>
  ratio !== null && (lessIsBetter ? ratio < 0.995 : ratio > 1.005)
