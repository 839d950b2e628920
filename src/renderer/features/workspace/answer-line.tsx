import { Show, type JSX } from 'solid-js'
import { cheapestFirst, rivalInWords } from '../../../shared/report/cheapest-at.ts'
import { errorInWords } from '../../../shared/report/error-class-at.ts'
import { amount, usd } from '../../../shared/report/format.ts'
import { layoutName } from '../../../shared/report/layout-name.ts'
import { gpusInWords } from '../../../shared/report/point-facts.ts'
import type { ReadSeries } from '../../../shared/report/readings-table.ts'
import { InlineNumber } from '../../ui/inline-number.tsx'

/** The question most come with: which series is the cheapest at a speed, on how many GPUs, and how sure that is. */
export function AnswerLine(props: {
  readonly series: readonly ReadSeries[]
  /** USD per GPU-hour of each. */
  readonly prices: readonly number[]
  readonly speed: number
  readonly onAsk: (tokensPerSecond: number) => void
  /** Shows the point of the n-th series. */
  readonly onShow: (at: number, tokensPerSecond: number) => void
  /** What can be done with the table below. */
  readonly children: JSX.Element
}): JSX.Element {
  const answer = () => {
    const [found, next] = cheapestFirst(props.series, props.speed)
    if (found === undefined) return null
    const { name, points, errorAt } = props.series[found.at]!
    const error = errorAt(found.index)
    const rival = () => {
      if (next === undefined) return ''
      const other = props.series[next.at]!
      const dearerBy = next.usdPerMillionTokens / found.usdPerMillionTokens - 1
      return ` · next ${rivalInWords(other.name, dearerBy, [error.share, other.errorAt(next.index).share])}`
    }
    return {
      at: found.at,
      name,
      tokensPerSecond: points.tokensPerSecond[found.index]!,
      cost: usd(points.usdPerMillionTokens[found.index]!),
      price: usd(props.prices[found.at]!),
      gpus: gpusInWords(points, found.index),
      layout: `${layoutName(points, found.index)}, batch ${amount(points.batch[found.index]!)}`,
      error,
      rival: rival(),
    }
  }
  return (
    <div class="answer" role="group" aria-label="Cheapest at a speed">
      <label class="answer-question">
        Cheapest at{' '}
        <InlineNumber label="Speed asked for, in tokens per second" value={props.speed} onChange={props.onAsk} />{' '}
        tokens/s
      </label>
      <Show when={answer()} fallback={<span class="quiet">No series is this fast.</span>}>
        {(found) => (
          <p class="answer-words" data-testid="answer">
            <button
              type="button"
              class="text-button"
              title={found().layout}
              onClick={() => props.onShow(found().at, found().tokensPerSecond)}
            >
              {found().name}
            </button>{' '}
            <strong>{found().cost}</strong> /M tokens on <strong>{found().gpus}</strong> at {found().price}/h,{' '}
            <span title={errorInWords(found().error)}>{found().error.short}</span>
            <span class="quiet">{found().rival}</span>
          </p>
        )}
      </Show>
      <span class="answer-tools">{props.children}</span>
    </div>
  )
}
