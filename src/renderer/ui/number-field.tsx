import { createEffect, createSignal, createUniqueId, on, Show, type JSX } from 'solid-js'
import { FieldMark } from './field-mark.tsx'
import { nudged, SLIDER_STEPS, sliderPlace, sliderValue, type Direction, type SliderRange } from './nudge.ts'
import { parseNumber } from './parse-number.ts'

/**
 * A number with its unit. What is not valid stays in the field with the reason, and is not passed on. Arrow keys and, while it
 * has the focus, the wheel step the number, with Shift in larger steps; a slider can go with it.
 */
export function NumberField(props: {
  readonly label: string
  readonly unit: string
  readonly value: number | null
  /** Why a value won't do, null where it does; it gets null for an empty field. */
  readonly problem: (value: number | null) => string | null
  readonly placeholder?: string
  /** What holds while the field is empty. */
  readonly note?: string
  /** Values of a slider below the field. */
  readonly slider?: SliderRange
  /** What holds while the field is empty, as a number: where the slider and the steps begin. */
  readonly fallback?: number | null
  readonly onChange: (value: number | null) => void
}): JSX.Element {
  const id = createUniqueId()
  const [text, setText] = createSignal(props.value === null ? '' : String(props.value))
  createEffect(
    on(
      () => props.value,
      (value) => {
        if (parseNumber(text()) !== value) setText(value === null ? '' : String(value))
      },
      { defer: true },
    ),
  )
  const problem = () => {
    const value = parseNumber(text())
    return Number.isNaN(value) ? 'not a number' : props.problem(value)
  }
  const enter = (next: string) => {
    setText(next)
    const value = parseNumber(next)
    if (!Number.isNaN(value) && props.problem(value) === null && value !== props.value) props.onChange(value)
  }
  const current = (): number | null => {
    const value = parseNumber(text())
    return value === null || Number.isNaN(value) ? (props.fallback ?? null) : value
  }
  const nudge = (direction: Direction, large: boolean) => {
    const value = current()
    if (value === null) return
    const next = nudged(value, direction, large)
    if (props.problem(next) === null) enter(String(next))
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return
    event.preventDefault()
    nudge(event.key === 'ArrowUp' ? 1 : -1, event.shiftKey)
  }
  const onWheel = (event: WheelEvent) => {
    if (document.activeElement !== event.currentTarget) return
    event.preventDefault()
    nudge(event.deltaY < 0 ? 1 : -1, event.shiftKey)
  }
  return (
    <div class="field">
      <label class="field-label" for={id}>
        {props.label}
      </label>
      <FieldMark label={props.label} />
      <div class="control" classList={{ invalid: problem() !== null }}>
        <input
          id={id}
          class="control-input"
          inputmode="decimal"
          autocomplete="off"
          value={text()}
          placeholder={props.placeholder ?? ''}
          aria-invalid={problem() !== null}
          aria-describedby={`${id}-unit ${id}-problem`}
          onInput={(event) => enter(event.currentTarget.value)}
          onKeyDown={onKeyDown}
          on:wheel={{ handleEvent: onWheel, passive: false }}
        />
        <span class="control-unit" id={`${id}-unit`}>
          {props.unit}
        </span>
      </div>
      <Show when={props.slider}>
        {(range) => (
          <input
            class="slider"
            type="range"
            min="0"
            max={SLIDER_STEPS}
            step="1"
            aria-label={`${props.label}, slider`}
            aria-valuetext={`${current() ?? 'none'} ${props.unit}`}
            value={sliderPlace(range(), current() ?? range().least)}
            onInput={(event) => enter(String(sliderValue(range(), event.currentTarget.valueAsNumber)))}
          />
        )}
      </Show>
      <Show when={props.note !== undefined && problem() === null}>
        <p class="field-note">{props.note}</p>
      </Show>
      <Show when={problem()}>
        <p class="field-problem" id={`${id}-problem`}>
          {problem()}
        </p>
      </Show>
    </div>
  )
}
