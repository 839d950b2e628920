import { For, Show, type JSX } from 'solid-js'
import { percent, threeSignificant, usd, usdRange } from '../../../shared/report/format.ts'
import { costBand, shareReaching, speedBand, widthShares } from '../../../shared/search/ranges/read-band.ts'
import type { BandResult } from '../../../shared/search/ranges/band.ts'
import type { BandState } from './create-bands.ts'

/** Shares below this are a finding of the samples, not of the model. */
const NOTICEABLE = 0.01

const wholePercent = (share: number): string => `${Math.round(100 * share)} %`

/** How wide the band is at a point, and which uncertain input that comes from. */
export function WidthSources(props: {
  readonly state: BandState
  readonly tokensPerSecond: number
  readonly usdPerMillionTokens: number
}): JSX.Element {
  return (
    <section class="moves" aria-label="Where the width comes from" data-testid="width">
      <p class="section-label">Where the width comes from</p>
      <Show
        when={props.state.band}
        fallback={
          <p class="quiet small">
            {props.state.message ??
              (props.state.status === 'cancelled' ? 'The band was cancelled.' : 'Computing the band.')}
          </p>
        }
      >
        {(band) => <Sources {...props} band={band()} />}
      </Show>
    </section>
  )
}

function Sources(props: {
  readonly band: BandResult
  readonly tokensPerSecond: number
  readonly usdPerMillionTokens: number
}): JSX.Element {
  const cost = () => costBand(props.band, props.tokensPerSecond)
  const speed = () => speedBand(props.band, props.usdPerMillionTokens)
  const shares = () => widthShares(props.band, props.tokensPerSecond)
  const rest = () => Math.max(0, 1 - shares().reduce((sum, { share }) => sum + share, 0))
  const noticed = () => [
    ...shares().filter(({ share }) => share >= NOTICEABLE),
    ...(rest() >= NOTICEABLE ? [{ label: 'Interactions and rest', share: rest() }] : []),
  ]
  const unnoticed = () => shares().filter(({ share }) => share < NOTICEABLE)
  const reached = () => shareReaching(props.band, props.tokensPerSecond)
  return (
    <>
      <Show when={cost()}>
        {(range) => (
          <p>
            <strong data-testid="width-cost">{usdRange(range().low, range().high)}</strong>{' '}
            <span class="quiet">per million at {threeSignificant(props.tokensPerSecond)} tokens/s</span>
          </p>
        )}
      </Show>
      <Show when={speed()}>
        {(range) => (
          <p>
            <strong data-testid="width-speed">
              {range().low > 0 ? `${threeSignificant(range().low)}–` : 'up to '}
              {threeSignificant(range().high)}
            </strong>{' '}
            <span class="quiet">tokens/s at {usd(props.usdPerMillionTokens)}</span>
          </p>
        )}
      </Show>
      <table class="parts moves-table">
        <caption class="for-screen-readers">
          Share of the variance of the cost at {threeSignificant(props.tokensPerSecond)} tokens per second that each
          uncertain input explains by itself
        </caption>
        <tbody>
          <For each={noticed()}>
            {({ label, share }) => (
              <tr>
                <th scope="row">{label}</th>
                <td class="moves-bar" aria-hidden="true">
                  <span class="moves-length" style={{ width: `${100 * Math.min(1, share)}%` }} />
                </td>
                <td class="number strong">{wholePercent(share)}</td>
              </tr>
            )}
          </For>
        </tbody>
      </table>
      <Show when={unnoticed().length > 0}>
        <p class="quiet small">
          Below 1 %:{' '}
          {unnoticed()
            .map(({ label }) => label.charAt(0).toLowerCase() + label.slice(1))
            .join(', ')}
          .
        </p>
      </Show>
      <Show when={reached() < 0.995}>
        <p class="quiet small">
          {wholePercent(1 - reached())} of the samples are not this fast; shares are of those that are.
        </p>
      </Show>
      <p class="quiet small">
        90 % of {props.band.samples.toLocaleString('en-US')} samples lie within; shares are first-order ones of the
        cost’s logarithm. Samples searched as a whole are within {percent(props.band.checked.difference)}.
      </p>
    </>
  )
}
