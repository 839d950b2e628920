import { describe, expect, it } from 'vitest'
import { GOLDEN_COMPARISONS } from '../../../test/golden/golden-files.ts'
import { setupOfFrontier } from '../../../test/golden/golden-setup.ts'
import { paperSpace } from '../search/paper/space.ts'
import { logSpace } from './log-space.ts'

describe('logSpace', () => {
  it('steps by a constant factor from the first to the last', () => {
    expect(Array.from(logSpace(1, 1024, 6))).toEqual([1, 4, 16, 64, 256, 1024])
    expect(Array.from(logSpace(3, 9, 1))).toEqual([2 ** Math.log2(3)])
  })

  it('has every GPU count and batch of the golden frontiers to the last bit', () => {
    for (const comparison of GOLDEN_COMPARISONS)
      for (const golden of comparison.frontiers) {
        const { gpus, batches } = paperSpace(setupOfFrontier(comparison, golden))
        const [gpuSteps, batchSteps] = [new Set(gpus), new Set(batches)]
        expect(golden.n_gpu.filter((n) => !gpuSteps.has(n))).toEqual([])
        expect(golden.batch.filter((b) => !batchSteps.has(b))).toEqual([])
      }
  })
})
