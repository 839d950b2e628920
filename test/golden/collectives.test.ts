import { expect, it } from 'vitest'
import { toAccelerator } from '../../src/shared/catalog/accelerator-entry.ts'
import { BUILT_IN_CATALOG } from '../../src/shared/catalog/builtin.ts'
import { addCollective, BANDWIDTH, LATENCY, type CollectiveOperation } from '../../src/shared/model/collectives.ts'
import { GOLDEN, misses, type GoldenCollective } from './golden-files.ts'

const OPERATIONS: Record<GoldenCollective['op'], CollectiveOperation> = {
  allreduce: 'all-reduce',
  'all-to-all': 'all-to-all',
  p2p: 'point-to-point',
}

it('250 golden collectives have the latency and the bandwidth time of the notebook', () => {
  const rows = GOLDEN.collectives.flatMap((row) => {
    const seconds = new Float64Array(2)
    const accelerator = toAccelerator(BUILT_IN_CATALOG.accelerators[`paper/${row.gpu}`]!)
    addCollective(seconds, accelerator, OPERATIONS[row.op], row.n_ranks, row.n_nodes, row.bytes, 1)
    return [
      { row, part: 'latency', found: seconds[LATENCY]!, golden: row.latency },
      { row, part: 'bandwidth', found: seconds[BANDWIDTH]!, golden: row.bandwidth },
      { row, part: 'total', found: seconds[LATENCY]! + seconds[BANDWIDTH]!, golden: row.total },
    ]
  })
  expect(rows).toHaveLength(750)
  expect(misses(rows)).toEqual([])
})
