import { expect, it } from 'vitest'
import { passOf } from '../../../../test/standard-pass.ts'
import { attentionBlock } from './attention-weights.ts'

it('divides queries and output, and copies KV heads beyond their number', () => {
  const perLayer = (ranks: number) =>
    attentionBlock(passOf('llama-3.3-70b', 'h100-sxm', { tensor: ranks })).weights / 80
  const [queryAndOutput, kv] = [2 * 8192 * 8192, 2 * 8 * 128 * 8192]
  expect(perLayer(1)).toBe(queryAndOutput + kv)
  expect(perLayer(8)).toBe((queryAndOutput + kv) / 8)
  expect(perLayer(16)).toBe(queryAndOutput / 16 + kv / 8)
})

it('keeps MLA down-projections on every rank, the rotary part among them', () => {
  const perLayer = (ranks: number) => attentionBlock(passOf('deepseek-r1', 'h200-sxm', { tensor: ranks })).weights / 61
  const down = (512 + 64 + 1536) * 7168
  const up = 1536 * 128 * 192 + 512 * 128 * 256 + 128 * 128 * 7168
  expect(perLayer(1)).toBe(down + up)
  expect(perLayer(8)).toBe(down + up / 8)
})
