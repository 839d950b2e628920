/** Expected largest of 2, 4, ... 64 standard normal values: how far the busiest expert rank is above the mean. */
const LARGEST_OF = [0, 0.56, 1.03, 1.42, 1.77, 2.07, 2.34]

/**
 * `z`: standard deviations by which the slowest of `ranks` exceeds the mean; linear in log2 between the powers of two,
 * and beyond 64 on with the last step.
 */
export function slowestRankDeviation(ranks: number): number {
  if (ranks <= 1) return 0
  const place = Math.log2(ranks)
  const below = Math.min(Math.floor(place), LARGEST_OF.length - 2)
  const [from, to] = [LARGEST_OF[below]!, LARGEST_OF[below + 1]!]
  return from + (place - below) * (to - from)
}
