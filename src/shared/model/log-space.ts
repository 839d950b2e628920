const FRACTION_BITS = 128n
const ONE = 1n << FRACTION_BITS

/** `ln(numerator/denominator)` in fixed point by `2·atanh((n-d)/(n+d))`, for quotients near 1. */
function fixedPointLn(numerator: bigint, denominator: bigint): bigint {
  const ratio = ((numerator - denominator) * ONE) / (numerator + denominator)
  const square = (ratio * ratio) >> FRACTION_BITS
  let power = ratio
  let sum = 0n
  for (let odd = 1n; power !== 0n; odd += 2n) {
    sum += power / odd
    power = (power * square) >> FRACTION_BITS
  }
  return 2n * sum
}

const LN_2 = fixedPointLn(2n, 1n)
const LN_10 = 3n * LN_2 + fixedPointLn(5n, 4n)

/**
 * Base-10 logarithm rounded correctly. Math.log10 misses by a unit in the last place for one number in six, and at the
 * grid's first GPU count, where memory is exactly full, that unit decides whether the weights fit.
 * @param x positive and finite
 */
export function exactLog10(x: number): number {
  const exponent = Math.floor(Math.log2(x))
  const mantissa = BigInt(x * 2 ** (52 - exponent))
  const ln = fixedPointLn(mantissa, 1n << 52n) + BigInt(exponent) * LN_2
  return Number((ln << 100n) / LN_10) / 2 ** 100
}

/** `count` values log-spaced from `first` to `last` as `10^y`, `y` evenly spaced (model-spec A6). */
export function logSpace(first: number, last: number, count: number): Float64Array {
  const from = exactLog10(first)
  const to = exactLog10(last)
  const step = count > 1 ? (to - from) / (count - 1) : 0
  return Float64Array.from({ length: count }, (_, i) => 10 ** (i === count - 1 && i > 0 ? to : from + i * step))
}
