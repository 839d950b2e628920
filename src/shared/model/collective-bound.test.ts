import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { leastCollectiveSeconds, RankRange } from './collective-bound.ts'
import { addCollective, type Links } from './collectives.ts'

const links: fc.Arbitrary<Links> = fc.record({
  collectives: fc.constantFrom('nccl', 'nccl-zero-base-latency', 'torus'),
  intraNodeBytesPerSecond: fc.constantFrom(1e10, Infinity),
  interNodeBytesPerSecond: fc.constantFrom(1e9, 5e10),
})
const operations = fc.constantFrom('all-reduce', 'all-to-all', 'point-to-point')
const ranks = fc.double({ min: 1, max: 300, noNaN: true })
const nodeSizes = fc.constantFrom(1, 2, 8, 72)
const bytes = fc.double({ min: 8, max: 34, noNaN: true }).map((power) => 2 ** power)

function seconds(
  link: Links,
  operation: Parameters<typeof addCollective>[2],
  n: number,
  nodes: number,
  message: number,
) {
  const parts = new Float64Array(2)
  addCollective(parts, link, operation, n, nodes, message, 1)
  return parts[0]! + parts[1]!
}

describe('the least time of a collective', () => {
  it('is never more than that of any ranks in the range, in a row or as the side of a square', () => {
    fc.assert(
      fc.property(
        links,
        operations,
        ranks,
        fc.double({ min: 0, max: 2, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        nodeSizes,
        bytes,
        (link, operation, low, octaves, place, nodeSize, message) => {
          const high = low * 2 ** octaves
          const n = low + place * (high - low)
          const range = new RankRange()
          range.set(low, high, nodeSize)
          const nodes = Math.ceil(n / nodeSize)
          const row = seconds(link, operation, n, nodes, message)
          expect(leastCollectiveSeconds(link, operation, range, message)).toBeLessThanOrEqual(row * (1 + 1e-12))
          const side = new RankRange()
          side.setSide(range)
          const square = seconds(link, operation, Math.sqrt(n), Math.sqrt(nodes), message)
          expect(leastCollectiveSeconds(link, operation, side, message)).toBeLessThanOrEqual(square * (1 + 1e-12))
        },
      ),
      { numRuns: 20_000 },
    )
  })

  it('is the time itself where there is one number of ranks', () => {
    fc.assert(
      fc.property(links, operations, ranks, nodeSizes, bytes, (link, operation, n, nodeSize, message) => {
        const range = new RankRange()
        range.set(n, n, nodeSize)
        const exact = seconds(link, operation, n, Math.ceil(n / nodeSize), message)
        const least = leastCollectiveSeconds(link, operation, range, message)
        expect(Math.abs(least - exact)).toBeLessThanOrEqual(1e-9 * exact)
      }),
      { numRuns: 1000 },
    )
  })
})
