/**
 * Replaces items of a new list by those of the list before that are equal field by field, so that what is drawn for an
 * item stays while it does not change.
 */
export function reuseEqual<T extends object>(before: readonly T[], next: readonly T[]): T[] {
  return next.map((item) => before.find((old) => shallowEqual(old, item)) ?? item)
}

const shallowEqual = <T extends object>(a: T, b: T): boolean =>
  (Object.keys(b) as (keyof T)[]).every((key) => Object.is(a[key], b[key]))
