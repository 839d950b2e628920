import { toChip } from '../catalog/accelerator-entry.ts'
import type { Catalog } from '../catalog/builtin.ts'
import { allReduceConstants } from '../model/standard/all-reduce-constants.ts'
import { allReduceSecondsOf } from '../model/standard/all-reduce.ts'
import type { StandardConstants } from '../model/standard/constants.ts'
import type { MeasuredAllReduce } from './measured-all-reduce.ts'
import { acceleratorIdOf, implementationOf } from './measured-names.ts'
import type { NotPredicted } from './predict-decode.ts'

/** Time of a measured all-reduce by the standard rules. */
export function predictAllReduce(
  row: MeasuredAllReduce,
  catalog: Catalog,
  constants: StandardConstants,
): { readonly seconds: number } | NotPredicted {
  if (row.op !== 'all_reduce') return { why: `not an all-reduce: ${row.op}` }
  if (row.nNodes > 1) return { why: 'over several nodes' }
  const accelerator = catalog.accelerators[acceleratorIdOf(row.hardware)]
  const chip = accelerator === undefined ? null : toChip(accelerator)
  if (chip === null) return { why: `accelerator not in the catalog: ${row.hardware}` }
  const own = allReduceConstants(implementationOf(row.impl), chip.generation, constants.amdAllReduceFloorSeconds)
  return { seconds: allReduceSecondsOf(own, row.nGpus, row.bytes, chip.scaleUpBytesPerSecond) }
}
