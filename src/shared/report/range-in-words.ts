import type { BandInterval } from '../search/ranges/read-band.ts'
import { threeSignificant, usdRange } from './format.ts'
import type { ReadingsColumn } from './readings-columns.ts'
import type { Reading } from './readings-table.ts'

/** The interval of the figure that a column is about; of points, of the cost at their speed. */
export const rangeOf = ({ kind }: Pick<ReadingsColumn, 'kind'>, reading: Reading): BandInterval | null =>
  kind === 'at-cost' ? reading.speedRange : reading.costRange

/** "$1.90–2.60", "41.2–58.0"; "up to 58.0" where too few samples are this cheap, "from $1.90" where too few are this fast. */
export function rangeInWords({ kind }: Pick<ReadingsColumn, 'kind'>, { low, high }: BandInterval): string {
  if (kind !== 'at-cost') return usdRange(low, high)
  return low > 0 ? `${threeSignificant(low)}–${threeSignificant(high)}` : `up to ${threeSignificant(high)}`
}
