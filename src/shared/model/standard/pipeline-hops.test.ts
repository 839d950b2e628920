import { expect, it } from 'vitest'
import { passOf, secondsOf } from '../../../../test/standard-pass.ts'
import { pipelineSeconds } from './pipeline-hops.ts'

it('is nothing in one stage, and a hop between each two stages', () => {
  expect(secondsOf(pipelineSeconds, passOf('llama-3.1-405b', 'h100-sxm', { tensor: 8 }, 16))).toBe(0)
  const twoNodes = passOf('llama-3.1-405b', 'h100-sxm', { tensor: 8, pipeline: 2 }, 16)
  expect(secondsOf(pipelineSeconds, twoNodes)).toBeCloseTo(5.2e-6 + (2 * 16384 * 8) / 8 / (0.71 * 50e9), 12)
})

it('stays on the scale-up links while the replica does', () => {
  const oneNode = passOf('llama-3.1-405b', 'h100-sxm', { tensor: 2, pipeline: 3 }, 3)
  expect(secondsOf(pipelineSeconds, oneNode)).toBeCloseTo(2 * (5.2e-6 + (2 * 16384) / 2 / (0.71 * 450e9)), 12)
})
