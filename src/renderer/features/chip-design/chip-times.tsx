import { For, Show, type JSX } from 'solid-js'
import { threeSignificant, usd } from '../../../shared/report/format.ts'
import type { Palette } from '../../../shared/report/palette.ts'
import { TimeBreakdown } from '../workspace/time-breakdown.tsx'
import type { ChipDesign } from './create-chip-design.ts'

/** Where the time of a pass goes on both, at the preferred points or at a speed that was picked. */
export function ChipTimes(props: { readonly design: ChipDesign; readonly palette: Palette }): JSX.Element {
  const { design } = props
  return (
    <section class="chip-times" aria-label="Where the time goes">
      <Show
        when={design.picked()}
        fallback={<p class="quiet small">At the preferred points. Pick another on the chart.</p>}
      >
        {(speed) => (
          <p class="quiet small">
            At {threeSignificant(speed())} tokens/s and more.{' '}
            <button type="button" class="text-button" onClick={() => design.pick(null)}>
              Back to the preferred points
            </button>
          </p>
        )}
      </Show>
      <For each={design.shown()}>
        {(one) => (
          <TimeBreakdown
            title={`${one.series.name}: ${usd(one.result.points.usdPerMillionTokens[design.pointOf(one)]!)}/M at ${threeSignificant(one.result.points.tokensPerSecond[design.pointOf(one)]!)} tokens/s`}
            points={one.result.points}
            which="terms"
            index={design.pointOf(one)}
            leftOut={[]}
            palette={props.palette}
          />
        )}
      </For>
    </section>
  )
}
