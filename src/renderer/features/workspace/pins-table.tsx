import X from 'lucide-solid/icons/x'
import { createMemo, For, Show, type JSX } from 'solid-js'
import { errorClassAt } from '../../../shared/report/error-class-at.ts'
import { gigabytes, listed, milliseconds } from '../../../shared/report/format.ts'
import { pinsData } from '../../../shared/report/pins-data.ts'
import { memoryParts } from '../../../shared/report/memory-parts.ts'
import { seriesStyle, type Palette } from '../../../shared/report/palette.ts'
import { comparePoints, tokenTimeParts } from '../../../shared/report/point-comparison.ts'
import type { Outputs } from '../outputs/create-outputs.ts'
import { TableExport } from '../outputs/export-menus.tsx'
import { CardHead } from '../../ui/card-head.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import type { CatalogNames } from './catalog-names.ts'
import type { PinnedPoint, Workspace } from './create-workspace.ts'
import { PinBadge } from './pin-badge.tsx'
import { StackedBar, type BarPart } from './stacked-bar.tsx'

/** The pinned points side by side: figures with their changes against the first, time and memory each on one scale. */
export function PinsTable(props: {
  readonly workspace: Workspace
  readonly names: CatalogNames
  readonly outputs: Outputs
  readonly palette: Palette
}): JSX.Element {
  const { pins, pinned } = props.workspace
  const rows = createMemo(() => comparePoints(pinned().map(({ one, index }) => ({ points: one.result.points, index }))))
  const seconds = ({ one, index }: PinnedPoint) => one.result.points.latencySeconds[index]!
  const longest = () => Math.max(...pinned().map(seconds))
  const largest = () => Math.max(...pinned().map(({ one }) => one.result.hbmBytes))
  const timeBar = ({ one, index }: PinnedPoint): BarPart[] =>
    tokenTimeParts(one.result.points, index).map(({ id, label, seconds: part }) => ({
      label,
      share: part / longest(),
      text: milliseconds(part),
      colour: props.palette.terms[id],
    }))
  const memoryBar = ({ one, index }: PinnedPoint): BarPart[] =>
    memoryParts(one.result, index).map(({ id, label, bytes }) => ({
      label,
      share: bytes / largest(),
      text: gigabytes(bytes),
      kind: `memory-${id}`,
    }))
  const keyOf = (bar: (pin: PinnedPoint) => BarPart[]) => [
    ...new Map(
      pinned()
        .flatMap(bar)
        .map((part) => [part.label, part]),
    ).values(),
  ]
  const used = ({ one, index }: PinnedPoint) =>
    memoryParts(one.result, index)
      .filter(({ id }) => id !== 'free')
      .reduce((sum, { bytes }) => sum + bytes, 0)

  const errorOf = ({ one, index }: PinnedPoint) =>
    errorClassAt(one.result.points, index, one.series, props.names.catalog)
  const table = () =>
    pinsData(
      props.outputs.subject(),
      pinned().map((pin) => ({
        pin: pin.name,
        series: pin.one.series.name,
        result: pin.one.result,
        index: pin.index,
        error: errorOf(pin),
      })),
      props.outputs.notes(),
    )

  return (
    <Show when={pinned().length > 1}>
      <section class="table-card pins-card" aria-label="Pinned points side by side">
        <CardHead title="Pinned points">
          <TableExport outputs={props.outputs} name="the pinned points" table={table} />
        </CardHead>
        <table class="pins">
          <thead>
            <tr>
              <td />
              <For each={pinned()}>
                {(pin) => (
                  <th scope="col">
                    <div class="pins-head">
                      <button
                        type="button"
                        class="pins-name"
                        title={`Show pin ${pin.name} in the inspector`}
                        onClick={() => pins.show(pin.name)}
                      >
                        <PinBadge
                          name={pin.name}
                          colour={seriesStyle(props.palette, pin.one.styleIndex, pin.one.series).colour}
                        />
                        <span>{pin.one.series.name}</span>
                      </button>
                      <IconButton label={`Unpin ${pin.name}`} onClick={() => pins.unpin(pin.name)}>
                        <X size={13} aria-hidden="true" />
                      </IconButton>
                    </div>
                  </th>
                )}
              </For>
            </tr>
          </thead>
          <tbody>
            <For each={rows()}>
              {(row, at) => (
                <tr>
                  <th scope="row">{row.label}</th>
                  <For each={row.values}>
                    {({ text, change, isBetter }, column) => (
                      <td>
                        {text}{' '}
                        <span class="change" classList={{ better: isBetter === true, worse: isBetter === false }}>
                          {at() === 0 && column() === 0 ? 'base' : change}
                        </span>
                      </td>
                    )}
                  </For>
                </tr>
              )}
            </For>
            <tr>
              <th scope="row">Time per token</th>
              <For each={pinned()}>
                {(pin) => (
                  <td>
                    <StackedBar parts={timeBar(pin)} />
                    <span class="small">{milliseconds(seconds(pin))}</span>
                  </td>
                )}
              </For>
            </tr>
            <tr>
              <th scope="row">Memory per GPU</th>
              <For each={pinned()}>
                {(pin) => (
                  <td>
                    <StackedBar parts={memoryBar(pin)} />
                    <span class="small">
                      {gigabytes(used(pin))} of {gigabytes(pin.one.result.hbmBytes)}
                    </span>
                  </td>
                )}
              </For>
            </tr>
            <tr>
              <th scope="row">How sure</th>
              <For each={pinned()}>
                {(pin) => {
                  const error = () => errorOf(pin)
                  return (
                    <td>
                      <span title={listed([error().because, ...error().notes])}>
                        {error().short} <span class="quiet small">{error().because}</span>
                      </span>
                    </td>
                  )
                }}
              </For>
            </tr>
          </tbody>
        </table>
        <div class="pins-keys" aria-hidden="true">
          <Key title="Time" parts={keyOf(timeBar)} />
          <Key title="Memory" parts={keyOf(memoryBar)} />
        </div>
      </section>
    </Show>
  )
}

function Key(props: { readonly title: string; readonly parts: readonly BarPart[] }): JSX.Element {
  return (
    <ul class="pins-key">
      <li>{props.title}:</li>
      <For each={props.parts}>
        {(part) => (
          <li>
            <span class={`key ${part.kind ?? ''}`} style={{ 'background-color': part.colour }} /> {part.label}
          </li>
        )}
      </For>
    </ul>
  )
}
