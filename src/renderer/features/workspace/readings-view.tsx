import { createMemo, createSignal, For, onCleanup, onMount, Show, type JSX } from 'solid-js'
import { usualSpeed } from '../../../shared/report/cheapest-at.ts'
import { errorClassAt, errorInWords } from '../../../shared/report/error-class-at.ts'
import { signedPercent, threeSignificant, usd } from '../../../shared/report/format.ts'
import { layoutName } from '../../../shared/report/layout-name.ts'
import { seriesStyle, type Palette } from '../../../shared/report/palette.ts'
import { readingsTable, roundSpeeds, type Reading, type ReadSeries } from '../../../shared/report/readings-table.ts'
import { LineSwatch } from '../../ui/line-swatch.tsx'
import { AnswerLine } from './answer-line.tsx'
import type { CatalogNames } from './catalog-names.ts'
import { LeastChanges } from './least-changes.tsx'
import type { Workspace } from './create-workspace.ts'

/** Pixels that the columns need: the chosen points, a letter of the longest name, and each round speed. */
const POINTS_WIDTH = 455
const LETTER_WIDTH = 7.5
const SPEED_WIDTH = 122

/** The table twin of the chart: chosen points of every series, and its cost at round speeds against the baseline. */
export function ReadingsView(props: {
  readonly workspace: Workspace
  readonly names: CatalogNames
  readonly palette: Palette
}): JSX.Element {
  const { document, frontiers: searches, shown } = props.workspace
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
  const read = createMemo((): ReadSeries[] =>
    shown().map(({ series, result }) => ({
      name: series.name,
      points: result.points,
      errorAt: (index) => errorClassAt(result.points, index, series, props.names.catalog),
    })),
  )
  const asked = () => props.workspace.askedSpeed() ?? usualSpeed(read())
  /** The speed asked for, and beside it as many round ones as there is room for. */
  const speeds = createMemo(() => {
    const frontiers = read().map(({ points }) => points)
    const others = roundSpeeds(frontiers, speedCount()).filter((speed) => speed !== asked())
    return [asked(), ...others.toReversed().slice(0, speedCount() - 1)].toSorted((a, b) => a - b)
  })
  const table = createMemo(() => {
    const baseKey = document.keyed()[0]?.key
    return readingsTable(
      read(),
      shown().findIndex((one) => one.key === baseKey),
      speeds(),
    )
  })
  const rowOf = (key: string) => table().rows[shown().findIndex((one) => one.key === key)] ?? null

  /** GPUs, layout and error class behind a reading. */
  const setupAt = (key: string, { index, error }: Reading): string => {
    const points = shown().find((one) => one.key === key)?.result.points
    return points === undefined ? '' : `${layoutName(points, index)}; ${errorInWords(error)}`
  }

  const ReadingCell = (cell: { readonly of: Reading; readonly seriesKey: string; readonly what: string }) => (
    <td class="number">
      <button
        type="button"
        class="cell-button"
        title={`Show the ${cell.what} point`}
        aria-description={setupAt(cell.seriesKey, cell.of)}
        onClick={() => props.workspace.pinPoint(cell.seriesKey, cell.of.tokensPerSecond)}
      >
        {threeSignificant(cell.of.tokensPerSecond)} <span class="quiet">@ {usd(cell.of.usdPerMillionTokens)}</span>
      </button>
    </td>
  )

  return (
    <div class="table-card" ref={card}>
      <AnswerLine
        series={read()}
        prices={shown().map(({ result }) => result.usdPerGpuHour)}
        speed={asked()}
        onAsk={props.workspace.setAskedSpeed}
        onShow={(at, tokensPerSecond) => props.workspace.pinPoint(shown()[at]!.key, tokensPerSecond)}
      />
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
            <th scope="col" title="How far the preferred point may be from a measurement">
              How sure
            </th>
            <For each={speeds()}>
              {(speed) => (
                <th scope="col" class="number" classList={{ asked: speed === asked() }}>
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
                    <td class="quiet readings-message" colspan={4 + speeds().length}>
                      {searches.stateOf(one.key)?.message ?? 'computing'}{' '}
                      <LeastChanges workspace={props.workspace} seriesKey={one.key} />
                    </td>
                  }
                >
                  {(row) => (
                    <>
                      <ReadingCell of={row().fastest} seriesKey={one.key} what="fastest" />
                      <ReadingCell of={row().preferred} seriesKey={one.key} what="preferred" />
                      <ReadingCell of={row().cheapest} seriesKey={one.key} what="cheapest" />
                      <td title={errorInWords(row().preferred.error)}>{row().preferred.error.short}</td>
                      <For each={row().atSpeed}>
                        {(reading) => (
                          <td class="number" title={reading === null ? '' : setupAt(one.key, reading)}>
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
