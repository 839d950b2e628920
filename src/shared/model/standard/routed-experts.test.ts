import { expect, it } from 'vitest'
import { passOf } from '../../../../test/standard-pass.ts'
import { routedBlock, slowestExpertLoad } from './routed-experts.ts'

const group = passOf('deepseek-r1', 'h200-sxm').architecture.feedForward.at(-1)!
const PARAMS = 58 * 3 * 7168 * 2048

it('reads the active experts for one token, in the end all', () => {
  expect(slowestExpertLoad(group, 1, 1).experts).toBeCloseTo(8, 9)
  expect(slowestExpertLoad(group, 1, 1e5).experts).toBe(256)
  expect(slowestExpertLoad(group, 8, 1e5).experts).toBe(32)
})

it('waits for the rank with most experts and tokens', () => {
  const load = slowestExpertLoad(group, 8, 16)
  const coverage = 1 - (1 - 8 / 256) ** 16
  const mean = 32 * coverage
  expect(load.experts).toBeCloseTo(mean + 1.42 * Math.sqrt(mean * (1 - coverage)), 9)
  expect(load.tokens).toBeCloseTo(16 + 1.42 * Math.sqrt(16 * (7 / 8)), 9)
})

it('divides each expert over the GPUs of its rank', () => {
  const weights = (expert: number) => routedBlock(passOf('deepseek-r1', 'h200-sxm', { tensor: 8, expert }, 1e5)).weights
  expect(weights(1)).toBeCloseTo((PARAMS * 256) / 8, 0)
  expect(weights(8)).toBeCloseTo(PARAMS * 32, 0)
})
