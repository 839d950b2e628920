import { expect, it } from 'vitest'
import { passOf } from '../../../../test/standard-pass.ts'
import { denseBlock, sharedBlock } from './dense-weights.ts'

it('divides dense and shared feed-forward by the tensor ranks alone', () => {
  const layout = { tensor: 2, data: 4, expert: 8 }
  const pass = passOf('deepseek-r1', 'h200-sxm', layout, 32)
  expect(denseBlock(pass).weights).toBe((3 * 3 * 7168 * 18432) / 2)
  expect(sharedBlock(pass).weights).toBe((58 * 3 * 7168 * 2048) / 2)
})

it('has nothing to share in a dense model', () => {
  expect(sharedBlock(passOf('llama-3.3-70b', 'h100-sxm')).weights).toBe(0)
})
