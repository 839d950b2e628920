import { expect, it } from 'vitest'
import { passOf, secondsOf } from '../../../../test/standard-pass.ts'
import { allReduceConstants } from './all-reduce-constants.ts'
import { allReduceSeconds, allReduceSecondsOf } from './all-reduce.ts'

const vllm = allReduceConstants('vllm', 'hopper', 0)

it('is nothing on one rank, one shot for short messages and two for long', () => {
  expect(allReduceSecondsOf(vllm, 1, 1e6, 450e9)).toBe(0)
  const start = 4.34e-6 + 7 * 0.06e-6
  expect(allReduceSecondsOf(vllm, 8, 1e3, 450e9)).toBeCloseTo(start + 7e3 / (0.59 * 450e9), 15)
  expect(allReduceSecondsOf(vllm, 8, 1e9, 450e9)).toBeCloseTo(start + 4.2e-6 + 1.75e9 / (0.74 * 450e9), 12)
})

it('on AMD has its own floor and less of the links', () => {
  const amd = allReduceConstants('sglang', 'cdna', 16e-6)
  expect(amd).toMatchObject({ floorSeconds: 16e-6, perRankSeconds: 0.06e-6, secondShotSeconds: 4.2e-6 })
  expect(amd.oneShotShare).toBeCloseTo(0.236, 12)
})

it('sums twice a layer, once with data-parallel attention, never on one tensor rank', () => {
  const once = allReduceSecondsOf(vllm, 4, 2 * 7168 * 2, 450e9)
  const seconds = (tensor: number, data: number) =>
    secondsOf(allReduceSeconds, passOf('deepseek-r1', 'h200-sxm', { tensor, data }, 2 * data))
  expect(seconds(4, 1)).toBeCloseTo(2 * 61 * once, 12)
  expect(seconds(4, 2)).toBeCloseTo(61 * once, 12)
  expect(seconds(1, 8)).toBe(0)
})

it('sums squares too where QK-norm spans the layer', () => {
  const seconds = secondsOf(allReduceSeconds, passOf('minimax-m2', 'h200-sxm', { tensor: 4 }))
  const once = (bytes: number) => allReduceSecondsOf(vllm, 4, bytes, 450e9)
  expect(seconds).toBeCloseTo(62 * (2 * once(2 * 3072) + once(64)), 12)
})

it('with one set of constants per generation keeps each engine’s own floor', () => {
  const of = (engine: 'sglang' | 'vllm' | 'nccl') => allReduceConstants(engine, 'blackwell', 0, 'generation')
  expect({ ...of('sglang'), floorSeconds: 0 }).toEqual({ ...of('vllm'), floorSeconds: 0 })
  expect([of('sglang').floorSeconds * 1e6, of('vllm').floorSeconds * 1e6]).toEqual([
    expect.closeTo(3.95, 9),
    expect.closeTo(6.71, 9),
  ])
  expect(of('vllm')).toMatchObject({ oneShotShare: 0.53, twoShotShare: 0.62 })
  expect(of('nccl')).toEqual(allReduceConstants('nccl', 'blackwell', 0))
  const rules = { without: [], routingSkew: null, allReduceFit: 'generation' } as const
  const pass = passOf('llama-3.3-70b', 'b200-sxm', { tensor: 8 }, 16, { rules })
  expect(secondsOf(allReduceSeconds, pass)).toBeCloseTo(
    160 * allReduceSecondsOf(of('vllm'), 8, 2 * 8192 * 16, 900e9),
    12,
  )
})
