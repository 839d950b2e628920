/** Slices of a source's range, for so many samples. */
const slicesFor = (samples: number): number => Math.max(2, Math.min(32, Math.round(Math.sqrt(samples))))

/**
 * Share of the variance of `y` that one source explains by itself, its first-order Sobol index `Var(E[y|x])/Var(y)`. Estimated
 * from the samples at hand: the variance left within slices of `x`, each by its degrees of freedom, so that a source of no
 * influence comes out as 0 on average (E. Plischke et al., "Global sensitivity measures from given data", 2013).
 * @param ascending samples in the order of the source's values
 * @param y a value for each sample; samples where it is not finite are left out
 * @returns from 0 to 1; 0 where y does not vary
 */
export function firstOrderShare(ascending: Uint32Array, y: Float64Array): number {
  const values = Float64Array.from(ascending, (sample) => y[sample]!).filter(Number.isFinite)
  const { length } = values
  const slices = slicesFor(length)
  if (length <= slices) return 0
  const all = variationOf(values)
  if (all === 0) return 0
  let within = 0
  for (let slice = 0; slice < slices; slice++)
    within += variationOf(
      values.subarray(Math.floor((slice * length) / slices), Math.floor(((slice + 1) * length) / slices)),
    )
  return Math.max(0, 1 - within / (length - slices) / (all / (length - 1)))
}

/** Sum of the squared distances from the mean. */
function variationOf(values: Float64Array): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0)
}
