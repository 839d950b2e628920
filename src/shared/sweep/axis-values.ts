import { InputError } from '../scenario/input-error.ts'
import type { Range } from './sweep.ts'

/** A field of a series that a sweep varies. */
export interface Axis {
  /** The field's path inside a series, like `limits.maxGpus`. */
  readonly path: string
  readonly values: readonly unknown[]
  /** Where the value at `index` is in the file. */
  placeOf(index: number): string
}

/** Digits that a value of a range keeps: what machines may differ in is beyond them. */
const DIGITS = 12

/** @throws InputError with the path of what is wrong */
export function axisOf(path: string, given: readonly unknown[] | Range): Axis {
  const place = `over.${path}`
  if (!('from' in given)) {
    refuseTwice(given, place)
    return { path, values: given, placeOf: (index) => `${place}[${index}]` }
  }
  return { path, values: rangeValues(given, place), placeOf: () => place }
}

export function refuseTwice(values: readonly unknown[], place: string): void {
  const seen = new Map<string, number>()
  for (const [i, value] of values.entries()) {
    const key = JSON.stringify(value)
    const before = seen.get(key)
    if (before !== undefined) throw new InputError(`${place}[${i}]`, `is the same as [${before}]; remove one of them`)
    seen.set(key, i)
  }
}

function rangeValues({ from, to, steps, scale, whole }: Range, place: string): number[] {
  if (from === to) throw new InputError(`${place}.to`, `is ${to}, as is "from"; expected another number`)
  if (scale === 'log' && (from <= 0 || to <= 0))
    throw new InputError(`${place}.${from <= 0 ? 'from' : 'to'}`, 'is not above 0, as a "log" range needs')
  const at = (share: number): number => (scale === 'log' ? from * (to / from) ** share : from + (to - from) * share)
  const rounded = (value: number): number => (whole ? Math.round(value) : Number(value.toPrecision(DIGITS)))
  const values = Array.from({ length: steps }, (_, i) => rounded(i === steps - 1 ? to : at(i / (steps - 1))))
  const wild = values.find((value) => !Number.isFinite(value))
  if (wild !== undefined) throw new InputError(place, 'is too wide a range; expected values that numbers can hold')
  return [...new Set(values)]
}
