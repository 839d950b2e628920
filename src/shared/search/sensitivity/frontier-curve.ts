import * as v from 'valibot'

const column = v.instance(Float64Array)

/** Speed and cost of a frontier, fastest first; both fall from point to point. */
export const frontierCurveSchema = v.object({ tokensPerSecond: column, usdPerMillionTokens: column })
export type FrontierCurve = v.InferOutput<typeof frontierCurveSchema>

/** Place of the first entry of a falling column that is at most `value`; its length where none is. */
function firstAtMost(falling: Float64Array, value: number): number {
  let low = 0
  let high = falling.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (falling[middle]! <= value) high = middle
    else low = middle + 1
  }
  return low
}

/** `y` at `x` on the straight line in logarithms through two neighbours. */
function between(xs: Float64Array, ys: Float64Array, after: number, x: number): number {
  const [x0, x1, y0, y1] = [xs[after - 1]!, xs[after]!, ys[after - 1]!, ys[after]!]
  if (x0 === x1) return y1
  const share = Math.log(x / x1) / Math.log(x0 / x1)
  return y1 * (y0 / y1) ** share
}

/** Cost at a speed; that of the cheapest point below its speed, null beyond the fastest. */
export function costAt({ tokensPerSecond, usdPerMillionTokens }: FrontierCurve, speed: number): number | null {
  const at = firstAtMost(tokensPerSecond, speed)
  if (at === tokensPerSecond.length) return usdPerMillionTokens.at(-1) ?? null
  if (tokensPerSecond[at] === speed) return usdPerMillionTokens[at]!
  return at === 0 ? null : between(tokensPerSecond, usdPerMillionTokens, at, speed)
}

/** Speed at a cost; that of the fastest point above its cost, null below the cheapest. */
export function speedAt({ tokensPerSecond, usdPerMillionTokens }: FrontierCurve, cost: number): number | null {
  const at = firstAtMost(usdPerMillionTokens, cost)
  if (at === usdPerMillionTokens.length) return null
  if (at === 0 || usdPerMillionTokens[at] === cost) return tokensPerSecond[at]!
  return between(usdPerMillionTokens, tokensPerSecond, at, cost)
}
