import { For, Show, type JSX } from 'solid-js'
import { gigabytes, grouped, milliseconds, percent, threeSignificant, usd } from '../../../shared/report/format.ts'
import { layoutName } from '../../../shared/report/layout-name.ts'
import type { Palette } from '../../../shared/report/palette.ts'
import { timeParts, type AnyTermId } from '../../../shared/search/binding.ts'
import type { FrontierPoints, SharedColumn } from '../../../shared/search/frontier-points.ts'
import type { CatalogNames } from './catalog-names.ts'
import type { InspectedPoint } from './create-workspace.ts'

/** Everything about one point: its speed and cost, where its time goes, and the setup behind it. */
export function PointInspector(props: {
  readonly point: InspectedPoint
  readonly names: CatalogNames
  readonly palette: Palette
  readonly onUnpin: () => void
}): JSX.Element {
  const points = () => props.point.one.result.points
  const at = () => props.point.index
  const read = (column: SharedColumn) => points()[column][at()]!
  const speculates = () => read('drafts') > 0
  const perHour = () => read('gpus') * props.point.one.result.usdPerGpuHour
  const used = () => read('weightBytesPerGpu') + read('cacheBytesPerGpu')

  return (
    <div class="inspector-body" data-testid="point">
      <p class="section-label">
        {props.point.pinned ? 'Pinned point' : 'Preferred point'} · {props.point.one.series.name}
      </p>
      <div class="headlines">
        <p>
          <span class="headline" data-testid="point-speed">
            {threeSignificant(read('tokensPerSecond'))}
          </span>
          <span class="headline-unit">tokens/s per user</span>
        </p>
        <p>
          <span class="headline" data-testid="point-cost">
            {usd(read('usdPerMillionTokens'))}
          </span>
          <span class="headline-unit">per million tokens</span>
        </p>
      </div>

      <TimeBreakdown
        title={
          speculates()
            ? `Where a checking pass of ${threeSignificant(read('expectedTokens'))} tokens goes`
            : `Where ${milliseconds(read('latencySeconds'))} per token go`
        }
        points={points()}
        which="terms"
        index={at()}
        palette={props.palette}
      />
      <Show when={speculates()}>
        <TimeBreakdown
          title={`Where each of ${read('drafts')} draft passes goes`}
          points={points()}
          which="draftTerms"
          index={at()}
          palette={props.palette}
        />
      </Show>

      <p class="section-label">Setup</p>
      <dl class="facts">
        <Fact name="GPUs">
          {threeSignificant(read('gpus'))} {props.names.accelerator(props.point.one.series.accelerator)}
        </Fact>
        <Fact name="Batch">{threeSignificant(read('batch'))} sequences</Fact>
        <Fact name="Layout">{layoutName(points(), at())}</Fact>
        <Show when={speculates()}>
          <Fact name="Drafts per pass">
            {read('drafts')}, {threeSignificant(read('expectedTokens'))} tokens kept
          </Fact>
        </Show>
        <Fact name="Throughput">{grouped(read('batch') / read('latencySeconds'))} tok/s</Fact>
        <Fact name="Instance">{usd(perHour())} / h</Fact>
        <Fact name="MFU">{percent(read('mfu'))}</Fact>
      </dl>

      <p class="section-label split">
        Memory per GPU
        <span>
          {gigabytes(used())} of {gigabytes(props.point.one.result.hbmBytes)}
        </span>
      </p>
      <div
        class="bar thin"
        role="img"
        aria-label={`Weights ${gigabytes(read('weightBytesPerGpu'))}, KV cache ${gigabytes(read('cacheBytesPerGpu'))} per GPU`}
      >
        <span
          class="bar-part memory-weights"
          style={{ width: `${(100 * read('weightBytesPerGpu')) / props.point.one.result.hbmBytes}%` }}
        />
        <span
          class="bar-part memory-cache"
          style={{ width: `${(100 * read('cacheBytesPerGpu')) / props.point.one.result.hbmBytes}%` }}
        />
      </div>
      <p class="quiet small">
        Weights {gigabytes(read('weightBytesPerGpu'))}, KV cache {gigabytes(read('cacheBytesPerGpu'))}
      </p>
      <Show when={props.point.pinned}>
        <button type="button" class="button" onClick={() => props.onUnpin()}>
          Unpin
        </button>
      </Show>
    </div>
  )
}

function Fact(props: { readonly name: string; readonly children: JSX.Element }): JSX.Element {
  return (
    <>
      <dt>{props.name}</dt>
      <dd>{props.children}</dd>
    </>
  )
}

function TimeBreakdown(props: {
  readonly title: string
  readonly points: FrontierPoints
  readonly which: 'terms' | 'draftTerms'
  readonly index: number
  readonly palette: Palette
}): JSX.Element {
  const parts = () => timeParts(props.points, props.index, props.which)
  const total = () => parts().reduce((sum, part) => sum + (part.hidden ? 0 : part.seconds), 0)
  const binds = () =>
    parts()
      .filter((part) => !part.hidden)
      .toSorted((a, b) => b.seconds - a.seconds)[0]!.id
  const colour = (id: AnyTermId) => props.palette.terms[id]
  const sorted = () => parts().toSorted((a, b) => Number(a.hidden) - Number(b.hidden) || b.seconds - a.seconds)
  return (
    <section aria-label={props.title}>
      <p class="section-label">{props.title}</p>
      <div class="bar" aria-hidden="true">
        <For each={parts().filter((part) => !part.hidden)}>
          {(part) => (
            <span
              class="bar-part"
              style={{ width: `${(100 * part.seconds) / total()}%`, 'background-color': colour(part.id) }}
            />
          )}
        </For>
      </div>
      <table class="parts">
        <tbody>
          <For each={sorted()}>
            {(part) => (
              <tr classList={{ hidden: part.hidden }}>
                <th scope="row">
                  <span class="key" style={{ 'background-color': colour(part.id) }} />
                  {part.label}
                  <Show when={part.id === binds()}>
                    <span class="quiet"> takes most</span>
                  </Show>
                  <Show when={part.hidden}>
                    <span class="quiet"> hidden under {part.id === 'memory' ? 'arithmetic' : 'memory'}</span>
                  </Show>
                </th>
                <td class="number strong">{milliseconds(part.seconds)}</td>
                <td class="number quiet">{part.hidden ? '' : percent(part.seconds / total())}</td>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </section>
  )
}
