/**
 * `count` values log-spaced from `first` to `last` (model-spec A6), as `2^y` with `y` evenly spaced. The base matters:
 * at the grid's first GPU count memory is exactly full, and with base 2 the roundings are those of the paper's notebook.
 */
export function logSpace(first: number, last: number, count: number): Float64Array {
  const from = Math.log2(first)
  const to = Math.log2(last)
  const step = count > 1 ? (to - from) / (count - 1) : 0
  return Float64Array.from({ length: count }, (_, i) => 2 ** (i === count - 1 && i > 0 ? to : from + i * step))
}
