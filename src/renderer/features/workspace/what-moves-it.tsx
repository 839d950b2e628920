import { createMemo, createSignal, For, Show, type JSX } from 'solid-js'
import { fineChange, listed, threeSignificant, usd } from '../../../shared/report/format.ts'
import { MOVED_INPUTS } from '../../../shared/search/sensitivity/moved-inputs.ts'
import { movesAt, type Move } from '../../../shared/search/sensitivity/sensitivity.ts'
import { Segmented } from '../../ui/segmented.tsx'
import type { SensitivityState } from './create-sensitivity.ts'

const EFFECTS = [
  { id: 'cost', label: 'Cost at this speed' },
  { id: 'speed', label: 'Speed at this cost' },
] as const

type Effect = (typeof EFFECTS)[number]['id']

/** What the point's cost, or its speed, becomes with each input better, as a tornado with the figures beside it. */
export function WhatMovesIt(props: {
  readonly state: SensitivityState | null
  readonly tokensPerSecond: number
  readonly usdPerMillionTokens: number
}): JSX.Element {
  const [effect, setEffect] = createSignal<Effect>('cost')
  const moves = createMemo((): Move[] | null => {
    const sensitivity = props.state?.sensitivity ?? null
    return sensitivity === null ? null : movesAt(sensitivity, props.tokensPerSecond)
  })
  const size = (move: Move) => Math.abs(move[effect()] ?? 0)
  const sorted = () => (moves() ?? []).toSorted((a, b) => size(b) - size(a))
  /** Weights step much further than the others do; the scale is theirs. */
  const most = () =>
    Math.max(
      1e-9,
      ...sorted()
        .filter(({ id }) => id !== 'weights')
        .map(size),
    )
  const moving = () => sorted().filter((move) => move[effect()] !== 0)
  const still = () =>
    sorted().flatMap((move) => (move[effect()] === 0 ? [MOVED_INPUTS.find(({ id }) => id === move.id)!.named] : []))
  const absent = () =>
    MOVED_INPUTS.flatMap(({ id, absent: words }) => (moves()!.some((move) => move.id === id) ? [] : [words]))
  const held = () =>
    effect() === 'cost'
      ? `at ${threeSignificant(props.tokensPerSecond)} tokens/s`
      : `at ${usd(props.usdPerMillionTokens)} per million tokens`

  return (
    <section class="moves" aria-label="What would move this point" data-testid="moves">
      <p class="section-label">What would move this point</p>
      <Segmented label="Effect on" options={EFFECTS} value={effect()} onChange={setEffect} />
      <Show
        when={moves()}
        fallback={
          <p class="quiet small moves-waiting">{props.state?.message ?? 'Computing a frontier for each input.'}</p>
        }
      >
        <table class="parts moves-table">
          <caption class="for-screen-readers">
            Change of {effect()} {held()} with each input better, the others as they are
          </caption>
          <tbody>
            <For each={moving()}>
              {(move) => (
                <tr>
                  <th scope="row">
                    {move.label} <span class="quiet">{move.change}</span>
                  </th>
                  <td class="moves-bar" aria-hidden="true">
                    <span
                      class="moves-length"
                      classList={{ beyond: size(move) > most() }}
                      style={{ width: `${100 * Math.min(1, size(move) / most())}%` }}
                    />
                  </td>
                  <td class="number strong">
                    {move[effect()] === null ? 'out of reach' : fineChange(move[effect()]!)}
                  </td>
                </tr>
              )}
            </For>
          </tbody>
        </table>
        <Show when={still().length > 0}>
          <p class="quiet small">No change: {listed(still())}.</p>
        </Show>
        <Show when={absent().length > 0}>
          <p class="quiet small">Nothing to improve: {listed(absent())}.</p>
        </Show>
        <p class="quiet small">
          {effect() === 'cost' ? 'Cost' : 'Speed'} {held()} on the frontier searched again with that one input 10 %
          better: rates and memory up, times, price and context down, weights one native format narrower.
        </p>
      </Show>
    </section>
  )
}
