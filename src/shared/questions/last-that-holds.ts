/** Where something stops to hold along rising values: it holds at `holds`, and no longer at `fails`. */
export interface Edge {
  /** null: it holds at none of the values tried. */
  readonly holds: number | null
  /** null: it holds at the last of the values tried. */
  readonly fails: number | null
}

/**
 * The last value at which something holds, between two of a ladder by halving their ratio. What holds up to some value and
 * not beyond is found to that precision; what is not so along the ladder (widths are rounded, grids are coarse) counts by
 * the last of the ladder at which it holds.
 * @param halvings how often the ratio between two values of the ladder is halved (in its logarithm)
 */
export async function lastThatHolds(
  ladder: readonly number[],
  halvings: number,
  isHeld: (value: number) => Promise<boolean>,
): Promise<Edge> {
  let [holds, fails]: [number | null, number | null] = [null, null]
  for (const value of ladder)
    if (await isHeld(value)) [holds, fails] = [value, null]
    else fails ??= value
  if (holds === null || fails === null) return { holds, fails }
  for (let i = 0; i < halvings; i++) {
    const middle = Math.sqrt(holds * fails)
    if (await isHeld(middle)) holds = middle
    else fails = middle
  }
  return { holds, fails }
}
