import { createEffect, createSignal, createUniqueId, on, Show, type JSX } from 'solid-js'
import { inUnit, type Figure } from '../../../shared/catalog/figure.ts'
import { parseNumber } from '../../ui/parse-number.ts'
import type { EntryDraft } from './create-entry-draft.ts'

interface FieldFacts {
  readonly label: string
  readonly unit?: string | undefined
  readonly note?: string | undefined
  readonly placeholder?: string | undefined
  readonly problem: string | null
}

/** A line of a form with whatever is wrong with it. */
function FieldLine(
  props: FieldFacts & { readonly text: string; readonly numeric: boolean; readonly onInput: (text: string) => void },
): JSX.Element {
  const id = createUniqueId()
  return (
    <div class="field">
      <label class="field-label" for={id}>
        {props.label}
      </label>
      <div class="control" classList={{ invalid: props.problem !== null }}>
        <input
          id={id}
          class="control-input"
          inputmode={props.numeric ? 'decimal' : 'text'}
          autocomplete="off"
          spellcheck={false}
          value={props.text}
          placeholder={props.placeholder ?? ''}
          aria-invalid={props.problem !== null}
          aria-describedby={`${id}-unit ${id}-note`}
          onInput={(event) => props.onInput(event.currentTarget.value)}
        />
        <span class="control-unit" id={`${id}-unit`}>
          {props.unit}
        </span>
      </div>
      <Show when={props.problem ?? props.note}>
        <p id={`${id}-note`} class={props.problem === null ? 'field-note' : 'field-problem'}>
          {props.problem ?? props.note}
        </p>
      </Show>
    </div>
  )
}

/** A text of an entry. */
export function EntryText<E>(props: {
  readonly draft: EntryDraft<E>
  readonly path: string
  readonly label: string
  readonly note?: string
  readonly placeholder?: string
  /** An empty text takes the field out. */
  readonly optional?: boolean
}): JSX.Element {
  const text = () => {
    const value = props.draft.at(props.path)
    return Array.isArray(value) ? value.join('; ') : typeof value === 'string' ? value : ''
  }
  return (
    <FieldLine
      label={props.label}
      note={props.note}
      placeholder={props.placeholder}
      problem={props.draft.errorAt(props.path)}
      text={text()}
      numeric={false}
      onInput={(next) => props.draft.set(props.path, next === '' && props.optional === true ? undefined : next)}
    />
  )
}

/** A number of an entry, in the unit of its figure. What is no number is kept as it is typed, and told of. */
export function EntryNumber<E>(props: {
  readonly draft: EntryDraft<E>
  readonly figure: Pick<Figure, 'path' | 'label' | 'unit' | 'perUnit' | 'empty'>
  readonly note?: string
}): JSX.Element {
  const textOf = (value: unknown): string =>
    typeof value === 'number' ? String(inUnit(props.figure, value)) : typeof value === 'string' ? value : ''
  const valueOf = (text: string): unknown => {
    const number = parseNumber(text)
    if (number === null) return props.figure.empty === 'absent' ? undefined : null
    return Number.isNaN(number) ? text : Number((number * props.figure.perUnit).toPrecision(15))
  }
  const value = () => props.draft.at(props.figure.path)
  const [text, setText] = createSignal(textOf(value()))
  createEffect(
    on(
      value,
      (next) => {
        if (valueOf(text()) !== next) setText(textOf(next))
      },
      { defer: true },
    ),
  )
  return (
    <FieldLine
      label={props.figure.label}
      unit={props.figure.unit}
      note={props.note}
      placeholder={{ needed: 'needed', null: 'not known', absent: 'none' }[props.figure.empty]}
      problem={props.draft.errorAt(props.figure.path)}
      text={text()}
      numeric={true}
      onInput={(next) => {
        setText(next)
        props.draft.set(props.figure.path, valueOf(next))
      }}
    />
  )
}
