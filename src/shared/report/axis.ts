/** How values are spread along an axis. */
export type AxisScale = 'log' | 'linear'

/** Values at the two ends of an axis. */
export type AxisRange = readonly [least: number, most: number]

/** What an axis shows. */
export interface AxisQuantity {
  readonly id: string
  /** As a choice: "ms / token". */
  readonly label: string
  /** In full, with its unit. */
  readonly name: string
  /** A value as short as an axis label wants it. */
  readonly tick: (value: number) => string
  /** A value with its unit, as a reading. */
  readonly format: (value: number) => string
}

/** Where a value lies along an axis: 0 at its least, 1 at its most, beyond them outside. */
export function placeOf(value: number, [least, most]: AxisRange, scale: AxisScale): number {
  return scale === 'log' ? Math.log(value / least) / Math.log(most / least) : (value - least) / (most - least)
}

/** The value at a place: the inverse of `placeOf`. */
export function valueAt(place: number, [least, most]: AxisRange, scale: AxisScale): number {
  return scale === 'log' ? least * (most / least) ** place : least + place * (most - least)
}

/** Most labels an axis has room for. */
const MOST_TICKS = 8
const LEAST_TICKS = 3

/**
 * Round values to label an axis with: powers of `base` where they are enough, else steps of 1-2-5, else even steps, so that
 * an axis zoomed into a part of a decade has labels too.
 */
export function axisTicks(range: AxisRange, scale: AxisScale, base: 2 | 10): number[] {
  const [least, most] = range
  if (!(least < most)) return []
  if (scale === 'log') {
    const fits = (ticks: readonly number[]) => ticks.length >= LEAST_TICKS && ticks.length <= MOST_TICKS
    const found = [logTicks(range, base, [1]), logTicks(range, 10, [1, 2, 5])].find(fits)
    if (found !== undefined) return found
    if (most / least > 1000) return thinned(logTicks(range, 10, [1]))
  }
  return evenTicks(range)
}

function logTicks([least, most]: AxisRange, base: number, factors: readonly number[]): number[] {
  const first = Math.floor(Math.log(least) / Math.log(base) + 1e-9)
  const powers = Math.ceil(Math.log(most / least) / Math.log(base)) + 2
  return Array.from({ length: powers }, (_, i) => base ** (first + i))
    .flatMap((power) => factors.map((factor) => Number((factor * power).toPrecision(12))))
    .filter((value) => value >= least * (1 - 1e-9) && value <= most * (1 + 1e-9))
}

const thinned = (ticks: readonly number[]): number[] => {
  const every = Math.ceil(ticks.length / MOST_TICKS)
  return ticks.filter((_, i) => i % every === 0)
}

function evenTicks([least, most]: AxisRange): number[] {
  const step = niceAbove((most - least) / (MOST_TICKS - 2))
  const first = Math.ceil(least / step - 1e-9)
  const count = Math.floor(most / step + 1e-9) - first + 1
  return Array.from({ length: Math.max(0, count) }, (_, i) => Number(((first + i) * step).toPrecision(12)))
}

/** The next round value of 1-2-5, downwards and upwards. */
export const niceBelow = (value: number): number => niceStep(value, (step) => step <= value * (1 + 1e-9), 'last')
export const niceAbove = (value: number): number => niceStep(value, (step) => step >= value * (1 - 1e-9), 'first')

function niceStep(value: number, fits: (step: number) => boolean, which: 'first' | 'last'): number {
  const decade = 10 ** Math.floor(Math.log10(value))
  const steps = [1, 2, 5, 10].map((factor) => factor * decade)
  return (which === 'first' ? steps.find(fits) : steps.findLast(fits)) ?? value
}
