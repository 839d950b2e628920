/** Direction of a nudge: up or down. */
export type Direction = 1 | -1

/**
 * The next value up or down in steps of its second significant digit (1500 -> 1600, 0.8 -> 0.81), of its first for a
 * large one (1500 -> 2000); whole numbers stay whole.
 */
export function nudged(value: number, direction: Direction, large = false): number {
  if (value === 0) return direction
  const decade = 10 ** Math.floor(Math.log10(Math.abs(value)) + 1e-9)
  const fine = Number.isInteger(value) && decade < 10 ? decade : decade / 10
  const step = large ? decade : fine
  const steps = value / step
  const next = direction === 1 ? Math.floor(steps + 1 + 1e-9) : Math.ceil(steps - 1 - 1e-9)
  return Number((next * step).toPrecision(12))
}

/** Values a slider offers: evenly spaced in their logarithm where they are above 0. */
export interface SliderRange {
  readonly least: number
  readonly most: number
  /** Only whole numbers. */
  readonly isWhole?: boolean
}

/** Steps of a slider from end to end. */
export const SLIDER_STEPS = 400

/** Place of a value on a slider, 0 to SLIDER_STEPS; what lies outside is at the end. */
export function sliderPlace({ least, most }: SliderRange, value: number): number {
  const share =
    least > 0 ? Math.log(Math.max(value, least) / least) / Math.log(most / least) : (value - least) / (most - least)
  return Math.round(Math.min(1, Math.max(0, share)) * SLIDER_STEPS)
}

/** Value at a place of a slider, in two significant digits, so that it reads well. */
export function sliderValue({ least, most, isWhole = false }: SliderRange, place: number): number {
  const share = place / SLIDER_STEPS
  const value = least > 0 ? least * (most / least) ** share : least + share * (most - least)
  if (place === 0) return least
  if (place === SLIDER_STEPS) return most
  return isWhole ? Math.round(value) : Number(value.toPrecision(2))
}
