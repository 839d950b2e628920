/** A row tells something of a constant if a change of all of it would move the row's time by at least this share of that. */
const TELLING = 0.01

/** Rows that have to tell something of a constant before it is fitted to them. */
export const LEAST_TELLING_ROWS = 5

/** A constant is told from others if at least this share of what it does is not what they do too. */
const OF_ITS_OWN = 0.2

/** Whether a row with such a sensitivity tells something of a constant. */
export const isTelling = (sensitivity: number): boolean => Math.abs(sensitivity) >= TELLING

const dot = (a: readonly number[], b: readonly number[]): number => a.reduce((sum, value, i) => sum + value * b[i]!, 0)

/** Cosine of the angle between two columns. */
const likeness = (a: readonly number[], b: readonly number[]): number =>
  Math.abs(dot(a, b)) / Math.sqrt(dot(a, a) * dot(b, b))

/** Whether rows determine a constant; `why` says in words what they lack. */
export type Determined = { readonly fits: true } | { readonly fits: false; readonly why: string }

/**
 * Which constants a set of rows determines at all: of those that move too few of the rows, or move them as others before them
 * do, nothing is learned, and a fit would give a number all the same.
 * @param columns how each row's time moves with each constant, in logarithms
 */
export function determined(labels: readonly string[], columns: readonly (readonly number[])[]): Determined[] {
  const basis: number[][] = []
  const fitted: number[] = []
  return columns.map((column, at): Determined => {
    const telling = column.filter(isTelling).length
    if (telling === 0) return { fits: false, why: 'moves none of these rows' }
    if (telling < LEAST_TELLING_ROWS)
      return { fits: false, why: `moves ${telling} of these rows; ${LEAST_TELLING_ROWS} are needed` }
    const own = basis.reduce((rest, direction) => {
      const along = dot(rest, direction)
      return rest.map((value, row) => value - along * direction[row]!)
    }, column)
    const [rest, whole] = [Math.sqrt(dot(own, own)), Math.sqrt(dot(column, column))]
    if (rest < OF_ITS_OWN * whole) {
      const like = fitted.reduce((a, b) => (likeness(columns[b]!, column) > likeness(columns[a]!, column) ? b : a))
      return { fits: false, why: `moves these rows much as “${labels[like]!}” does, which is fitted` }
    }
    basis.push(own.map((value) => value / rest))
    fitted.push(at)
    return { fits: true }
  })
}
