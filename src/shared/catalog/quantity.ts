import * as v from 'valibot'

/** A finite number above zero. */
export const positive = v.pipe(v.number('a number'), v.finite('a finite number'), v.gtValue(0, 'a number above 0'))

export const zeroOrMore = v.pipe(v.number('a number'), v.finite('a finite number'), v.minValue(0, 'a number from 0'))

/** A number with limits that are allowed; `wanted` says all of it. */
export const between = (least: number, most: number, wanted = `a number from ${least} to ${most}`) =>
  v.pipe(v.number(wanted), v.minValue(least, wanted), v.maxValue(most, wanted))

export const wholeBetween = (least: number, most: number, wanted = `a whole number from ${least} to ${most}`) =>
  v.pipe(v.number(wanted), v.integer(wanted), v.minValue(least, wanted), v.maxValue(most, wanted))

/** A whole number from 0. */
export const count = v.pipe(
  v.number('a whole number'),
  v.integer('a whole number'),
  v.minValue(0, 'a whole number from 0'),
)

/** A share above 0 and up to 1. */
export const share = v.pipe(positive, v.maxValue(1, 'a share of at most 1'))

/** A rate that may be unlimited; JSON has no infinity, so it is written "Infinity". */
export const unlimited = v.union([positive, v.literal('Infinity')], 'a number above 0, or "Infinity"')

export const text = v.pipe(v.string('a text'), v.maxLength(2000, 'a text of at most 2000 characters'))

/** What an entry is called. */
export const entryName = v.pipe(
  v.string('a name'),
  v.trim(),
  v.minLength(1, 'a name of at least 1 character'),
  v.maxLength(200, 'a text of at most 200 characters'),
)

/** Where a figure is from. */
export const citation = v.union([text, v.array(text)])

export const hasField = (input: unknown, field: string): boolean =>
  typeof input === 'object' && input !== null && Object.hasOwn(input, field)
