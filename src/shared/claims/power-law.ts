/** `y = factor·x^exponent`, as fitted to points. */
export interface PowerLaw {
  readonly exponent: number
  readonly factor: number
  /** Share of the spread of `log y` that the law accounts for, 0 to 1; 1 where the points do not spread. */
  readonly rSquared: number
  /** Points that it was fitted to. */
  readonly points: number
}

/**
 * The power law nearest to points in logarithms of both, by least squares. Points that are not positive have no logarithm
 * and are left out.
 * @returns null where fewer than two different `x` are left
 */
export function fitPowerLaw(x: ArrayLike<number>, y: ArrayLike<number>): PowerLaw | null {
  const logs: (readonly [number, number])[] = []
  for (let i = 0; i < x.length; i++)
    if (x[i]! > 0 && y[i]! > 0 && x[i]! < Infinity && y[i]! < Infinity) logs.push([Math.log(x[i]!), Math.log(y[i]!)])
  const mean = (of: 0 | 1) => logs.reduce((sum, point) => sum + point[of], 0) / logs.length
  const [meanX, meanY] = [mean(0), mean(1)]
  let [spreadX, spreadY, together] = [0, 0, 0]
  for (const [logX, logY] of logs) {
    spreadX += (logX - meanX) ** 2
    spreadY += (logY - meanY) ** 2
    together += (logX - meanX) * (logY - meanY)
  }
  if (logs.length < 2 || spreadX === 0) return null
  const exponent = together / spreadX
  return {
    exponent,
    factor: Math.exp(meanY - exponent * meanX),
    rSquared: spreadY === 0 ? 1 : Math.min(1, together ** 2 / (spreadX * spreadY)),
    points: logs.length,
  }
}

/** What the law says at a place. */
export const powerLawAt = ({ factor, exponent }: PowerLaw, x: number): number => factor * x ** exponent
