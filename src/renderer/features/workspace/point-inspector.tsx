import { For, Show, type JSX } from 'solid-js'
import { errorClassAt } from '../../../shared/report/error-class-at.ts'
import { milliseconds, threeSignificant, usd } from '../../../shared/report/format.ts'
import { seriesStyle, type Palette } from '../../../shared/report/palette.ts'
import { pointFacts, priceFacts, type Fact } from '../../../shared/report/point-facts.ts'
import { termsLeftOut } from '../../../shared/report/series-facts.ts'
import type { SharedColumn } from '../../../shared/search/frontier-points.ts'
import type { CatalogNames } from './catalog-names.ts'
import type { BandState } from './create-bands.ts'
import type { InspectedPoint } from './create-workspace.ts'
import type { SensitivityState } from './create-sensitivity.ts'
import { MemoryPerGpu } from './memory-per-gpu.tsx'
import { PinBadge } from './pin-badge.tsx'
import { Sureness } from './sureness.tsx'
import { TimeBreakdown } from './time-breakdown.tsx'
import { WidthSources } from './width-sources.tsx'
import { WhatMovesIt } from './what-moves-it.tsx'

/** Everything about one point: its speed and cost, how sure they are, where its time goes, and the setup behind it. */
export function PointInspector(props: {
  readonly point: InspectedPoint
  readonly names: CatalogNames
  readonly palette: Palette
  readonly sensitivity: SensitivityState | null
  /** undefined where all inputs are known. */
  readonly band: BandState | undefined
  readonly onUnpin: (name: string) => void
}): JSX.Element {
  const series = () => props.point.one.series
  const result = () => props.point.one.result
  const points = () => result().points
  const at = () => props.point.index
  const read = (column: SharedColumn) => points()[column][at()]!
  const speculates = () => read('drafts') > 0
  const leftOut = () => (points().rules === 'standard' ? termsLeftOut(series()) : [])
  const prices = () => priceFacts(points(), at(), series())

  return (
    <div class="inspector-body" data-testid="point">
      <p class="section-label">
        <Show when={props.point.pin}>
          {(name) => (
            <>
              <PinBadge
                name={name()}
                colour={seriesStyle(props.palette, props.point.one.styleIndex, props.point.one.series).colour}
              />{' '}
            </>
          )}
        </Show>
        {props.point.pin === null ? 'Preferred point' : 'Pinned point'} · {series().name}
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
          <span class="headline-unit">
            {prices().length === 0 ? 'per million tokens' : 'per M output tokens, prompts included'}
          </span>
        </p>
      </div>
      <Sureness error={errorClassAt(points(), at(), series(), props.names.catalog)} />

      <TimeBreakdown
        title={
          speculates()
            ? `Where a checking pass of ${threeSignificant(read('expectedTokens'))} tokens goes`
            : `Where ${milliseconds(read('latencySeconds'))} per token go`
        }
        points={points()}
        which="terms"
        index={at()}
        leftOut={leftOut()}
        palette={props.palette}
      />
      <Show when={speculates()}>
        <TimeBreakdown
          title={`Where each of ${read('drafts')} draft passes goes`}
          points={points()}
          which="draftTerms"
          index={at()}
          leftOut={leftOut()}
          palette={props.palette}
        />
      </Show>

      <Show when={prices().length > 0}>
        <p class="section-label">USD per million tokens</p>
        <Facts facts={prices()} />
      </Show>
      <p class="section-label">Setup</p>
      <Facts facts={pointFacts(result(), at(), props.names.accelerator(series().accelerator))} />
      <MemoryPerGpu result={result()} index={at()} />
      <Show when={props.band}>
        {(state) => (
          <WidthSources
            state={state()}
            tokensPerSecond={read('tokensPerSecond')}
            usdPerMillionTokens={read('usdPerMillionTokens')}
          />
        )}
      </Show>
      <WhatMovesIt
        state={props.sensitivity}
        tokensPerSecond={read('tokensPerSecond')}
        usdPerMillionTokens={read('usdPerMillionTokens')}
      />
      <Show when={props.point.pin}>
        {(name) => (
          <button type="button" class="button" title="Escape" onClick={() => props.onUnpin(name())}>
            Unpin
          </button>
        )}
      </Show>
    </div>
  )
}

function Facts(props: { readonly facts: readonly Fact[] }): JSX.Element {
  return (
    <dl class="fact-rows">
      <For each={props.facts}>
        {([name, value]) => (
          <div>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        )}
      </For>
    </dl>
  )
}
