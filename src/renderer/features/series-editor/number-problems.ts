/** Why a number won't do, null where it does; an empty field is null. */
export type Problem = (value: number | null) => string | null

export const within =
  (least: number, most: number, what: string, emptyIsFine: boolean): Problem =>
  (value) => {
    if (value === null) return emptyIsFine ? null : what
    return value >= least && value <= most ? null : what
  }

export const wholeWithin =
  (least: number, most: number, what: string, emptyIsFine: boolean): Problem =>
  (value) =>
    value !== null && !Number.isInteger(value) ? what : within(least, most, what, emptyIsFine)(value)

export const positive =
  (what: string): Problem =>
  (value) =>
    value !== null && value > 0 ? null : what

export const positiveOrEmpty =
  (what: string): Problem =>
  (value) =>
    value === null || value > 0 ? null : what
