import { createEffect, createSignal, Show, type JSX } from 'solid-js'
import type { SeriesInput } from '../../../shared/report/series-inputs.ts'
import { NumberField } from '../../ui/number-field.tsx'
import { NumberListField } from '../../ui/number-list-field.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { wholeWithin, within } from './number-problems.ts'
import { isWhole, rangeOf, triedNumbers, type TriedValue } from './vary.ts'

const WAYS = [
  { id: 'list', label: 'List' },
  { id: 'range', label: 'Range' },
] as const

const STEPPING = [
  { id: 'ratio', label: 'equal ratios' },
  { id: 'even', label: 'equal steps' },
] as const

const MOST = 50

/** Numbers to be tried: each by itself, or from one to another. */
export function VariedNumbers(props: {
  readonly input: SeriesInput
  readonly onChange: (values: readonly TriedValue[]) => void
}): JSX.Element {
  const [way, setWay] = createSignal<'list' | 'range'>('list')
  const [listed, setListed] = createSignal<readonly number[]>([])
  const [from, setFrom] = createSignal<number | null>(null)
  const [to, setTo] = createSignal<number | null>(null)
  const [steps, setSteps] = createSignal(5)
  const [stepping, setStepping] = createSignal<'ratio' | 'even'>('ratio')
  const numbers = (): readonly number[] => {
    if (way() === 'list') return listed()
    const [first, last] = [from(), to()]
    if (first === null || last === null) return []
    const byRatio = stepping() === 'ratio' && first > 0 && last > 0
    return rangeOf(first, last, steps(), byRatio, isWhole(props.input))
  }
  createEffect(() => props.onChange(triedNumbers(props.input, numbers())))
  const anyNumber = within(0, 1e12, 'a number from 0', true)
  return (
    <>
      <Segmented label="Values as" options={WAYS} value={way()} onChange={setWay} />
      <Show
        when={way() === 'range'}
        fallback={
          <NumberListField
            label="Values"
            unit={props.input.unit}
            values={listed()}
            most={MOST}
            fromZero
            placeholder="1K, 10K, 100K"
            onChange={setListed}
          />
        }
      >
        <NumberField label="From" unit={props.input.unit} value={from()} problem={anyNumber} onChange={setFrom} />
        <NumberField label="To" unit={props.input.unit} value={to()} problem={anyNumber} onChange={setTo} />
        <NumberField
          label="Steps"
          unit="values"
          value={steps()}
          problem={wholeWithin(2, MOST, `a whole number from 2 to ${MOST}`, false)}
          onChange={(count) => setSteps(count ?? 5)}
        />
        <Segmented label="Spacing" options={STEPPING} value={stepping()} onChange={setStepping} />
      </Show>
    </>
  )
}
