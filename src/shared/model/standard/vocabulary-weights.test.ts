import { expect, it } from 'vitest'
import { passOf } from '../../../../test/standard-pass.ts'
import { routerBlock, unembeddingBlock } from './vocabulary-weights.ts'

it('divides the unembedding and copies the routers', () => {
  const pass = passOf('deepseek-r1', 'h200-sxm', { tensor: 8 }, 4)
  expect(unembeddingBlock(pass)).toMatchObject({ weights: (129280 * 7168) / 8, format: { bytesPerWeight: 2 } })
  expect(routerBlock(pass)).toMatchObject({ weights: 58 * 7168 * 256, format: { bytesPerWeight: 2 } })
})
