import { expect, it } from 'vitest'
import { passOf } from '../../../../test/standard-pass.ts'
import { expertCoverage, expertsRead, pairsWorkedOn, routedBlocks } from './routed-experts.ts'

const group = passOf('deepseek-r1', 'h200-sxm').architecture.feedForward.at(-1)!

it('reads the active experts for one token, in the end all', () => {
  expect(expertsRead(group, 1, 1, null)).toBeCloseTo(8, 9)
  expect(expertsRead(group, 1, 1e5, null)).toBe(256)
  expect(expertsRead(group, 8, 1e5, null)).toBe(32)
})

it('waits for the rank with most experts and tokens', () => {
  const coverage = 1 - (1 - 8 / 256) ** 16
  const mean = 32 * coverage
  expect(expertsRead(group, 8, 16, null)).toBeCloseTo(mean + 1.42 * Math.sqrt(mean * (1 - coverage)), 9)
  expect(pairsWorkedOn(group, 8, 16)).toBeCloseTo(16 + 1.42 * Math.sqrt(16 * (7 / 8)), 9)
})

it('divides each expert over the GPUs of its rank', () => {
  const weights = (expert: number) => routedBlocks(passOf('deepseek-r1', 'h200-sxm', { tensor: 8, expert }))
  expect(weights(1)).toEqual([{ group, weightsPerExpert: (58 * 3 * 7168 * 2048) / 8 }])
  expect(weights(8)).toEqual([{ group, weightsPerExpert: 58 * 3 * 7168 * 2048 }])
})

it('reaches fewer experts where some are liked better, and as many at the extremes', () => {
  expect(expertCoverage(group, 64, 2)).toBeLessThan(expertCoverage(group, 64, null))
  expect(expertCoverage(group, 64, 1e9)).toBeCloseTo(expertCoverage(group, 64, null), 6)
  expect(expertCoverage({ ...group, activeExperts: 256 }, 1, 2)).toBe(1)
})
