import { createEffect, createSignal, createUniqueId, on, Show, type JSX } from 'solid-js'
import { FieldMark } from '../../ui/field-mark.tsx'
import { parseNumber } from '../../ui/parse-number.ts'
import type { Problem } from './number-problems.ts'
import { rangeProblem } from './range-problem.ts'

interface Range {
  readonly low: number
  readonly high: number
}

const textOf = (value: number | undefined): string => (value === undefined ? '' : String(value))

/** An interval by its two ends; both empty: the input is known. A pair that won't do stays in the fields with the reason. */
export function RangeField(props: {
  readonly label: string
  readonly unit: string
  readonly value: Range | null
  readonly problem: Problem
  readonly note: string
  readonly onChange: (value: Range | null) => void
}): JSX.Element {
  const id = createUniqueId()
  const [low, setLow] = createSignal(textOf(props.value?.low))
  const [high, setHigh] = createSignal(textOf(props.value?.high))
  const pair = () => [parseNumber(low()), parseNumber(high())] as const
  createEffect(
    on(
      () => props.value,
      (value) => {
        if (parseNumber(low()) !== (value?.low ?? null)) setLow(textOf(value?.low))
        if (parseNumber(high()) !== (value?.high ?? null)) setHigh(textOf(value?.high))
      },
      { defer: true },
    ),
  )
  const problem = () => rangeProblem(...pair(), props.problem)
  const enter = () => {
    const [from, to] = pair()
    if (problem() !== null || (from === (props.value?.low ?? null) && to === (props.value?.high ?? null))) return
    props.onChange(from === null || to === null ? null : { low: from, high: to })
  }
  const End = (end: { readonly name: string; readonly text: string; readonly onText: (text: string) => void }) => (
    <input
      class="control-input"
      inputmode="decimal"
      autocomplete="off"
      aria-label={`${props.label}, ${end.name}`}
      aria-invalid={problem() !== null}
      aria-describedby={`${id}-problem`}
      placeholder="known"
      value={end.text}
      onInput={(event) => {
        end.onText(event.currentTarget.value)
        enter()
      }}
    />
  )
  return (
    <div class="field range-field" role="group" aria-labelledby={`${id}-label`}>
      <span class="field-label" id={`${id}-label`}>
        {props.label}
      </span>
      <FieldMark label={`Range of ${props.label.charAt(0).toLowerCase()}${props.label.slice(1)}`} />
      <div class="control" classList={{ invalid: problem() !== null }}>
        <End name="5 %" text={low()} onText={setLow} />
        <span class="range-dash" aria-hidden="true">
          –
        </span>
        <End name="95 %" text={high()} onText={setHigh} />
        <span class="control-unit">{props.unit}</span>
      </div>
      <Show when={problem()} fallback={<p class="field-note">{props.note}</p>}>
        <p class="field-problem" id={`${id}-problem`}>
          {problem()}
        </p>
      </Show>
    </div>
  )
}
