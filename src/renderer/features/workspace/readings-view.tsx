import { createMemo, createSignal, For, onCleanup, onMount, Show, type JSX } from 'solid-js'
import { signedPercent, threeSignificant, usd } from '../../../shared/report/format.ts'
import { seriesStyle, type Palette } from '../../../shared/report/palette.ts'
import { readingsTable, roundSpeeds, type Reading } from '../../../shared/report/readings-table.ts'
import { LineSwatch } from '../../ui/line-swatch.tsx'
import type { Workspace } from './create-workspace.ts'

/** Pixels that the columns need: the chosen points, a letter of the longest name, and each round speed. */
const POINTS_WIDTH = 415
const LETTER_WIDTH = 7.5
const SPEED_WIDTH = 122

/** The table twin of the chart: chosen points of every series, and its cost at round speeds against the baseline. */
export function ReadingsView(props: { readonly workspace: Workspace; readonly palette: Palette }): JSX.Element {
  const { document, frontiers, shown } = props.workspace
  const [width, setWidth] = createSignal(0)
  let card!: HTMLDivElement
  onMount(() => {
    const observer = new ResizeObserver(([entry]) => setWidth(entry!.contentRect.width))
    observer.observe(card)
    onCleanup(() => observer.disconnect())
  })
  const speedCount = () => {
    const longest = Math.max(...document.keyed().map((one) => one.series.name.length))
    return Math.max(1, Math.floor((width() - POINTS_WIDTH - longest * LETTER_WIDTH) / SPEED_WIDTH))
  }
  const speeds = createMemo(() =>
    roundSpeeds(
      shown().map((one) => one.result.points),
      speedCount(),
    ),
  )
  const table = createMemo(() => {
    const baseKey = document.keyed()[0]?.key
    return readingsTable(
      shown().map((one) => ({ name: one.series.name, points: one.result.points })),
      shown().findIndex((one) => one.key === baseKey),
      speeds(),
    )
  })
  const rowOf = (key: string) => table().rows[shown().findIndex((one) => one.key === key)] ?? null

  const ReadingCell = (cell: { readonly of: Reading; readonly seriesKey: string; readonly what: string }) => (
    <td class="number">
      <button
        type="button"
        class="cell-button"
        title={`Show the ${cell.what} point`}
        onClick={() => props.workspace.pinPoint(cell.seriesKey, cell.of.tokensPerSecond)}
      >
        {threeSignificant(cell.of.tokensPerSecond)} <span class="quiet">@ {usd(cell.of.usdPerMillionTokens)}</span>
      </button>
    </td>
  )

  return (
    <div class="table-card" ref={card}>
      <table class="readings">
        <caption class="for-screen-readers">
          Speed in tokens per second for one user, cost in USD per million tokens; percentages against the baseline
        </caption>
        <thead>
          <tr>
            <th scope="col">Series</th>
            <th scope="col" class="number">
              Fastest <span class="quiet">@ $/M</span>
            </th>
            <th scope="col" class="number">
              Preferred <span class="quiet">@ $/M</span>
            </th>
            <th scope="col" class="number">
              Cheapest <span class="quiet">@ $/M</span>
            </th>
            <For each={speeds()}>
              {(speed) => (
                <th scope="col" class="number">
                  $/M at {speed} <span class="quiet">tok/s</span>
                </th>
              )}
            </For>
          </tr>
        </thead>
        <tbody>
          <For each={document.keyed()}>
            {(one, at) => (
              <tr>
                <th scope="row">
                  <LineSwatch style={seriesStyle(props.palette, at())} /> {one.series.name}
                </th>
                <Show
                  when={rowOf(one.key)}
                  fallback={
                    <td class="quiet" colspan={3 + speeds().length}>
                      {frontiers.stateOf(one.key)?.message ?? 'computing'}
                    </td>
                  }
                >
                  {(row) => (
                    <>
                      <ReadingCell of={row().fastest} seriesKey={one.key} what="fastest" />
                      <ReadingCell of={row().preferred} seriesKey={one.key} what="preferred" />
                      <ReadingCell of={row().cheapest} seriesKey={one.key} what="cheapest" />
                      <For each={row().atSpeed}>
                        {(reading) => (
                          <td class="number">
                            <Show when={reading} fallback={<span class="quiet">not this fast</span>}>
                              {(found) => (
                                <>
                                  {usd(found().usdPerMillionTokens)}{' '}
                                  <span
                                    class="change"
                                    classList={{
                                      better: (found().againstBaseline ?? 0) < -0.005,
                                      worse: (found().againstBaseline ?? 0) > 0.005,
                                    }}
                                  >
                                    {at() === 0
                                      ? 'base'
                                      : found().againstBaseline === null
                                        ? ''
                                        : signedPercent(found().againstBaseline!)}
                                  </span>
                                </>
                              )}
                            </Show>
                          </td>
                        )}
                      </For>
                    </>
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
