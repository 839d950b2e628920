import { expect, it } from 'vitest'
import { ONE_GPU, standardSetup } from '../../../../test/standard-pass.ts'
import { layoutProblem } from './layout-problem.ts'

const deepseek = standardSetup('deepseek-r1', 'h200-sxm', { contextTokens: 1000 })

it('has none where heads and experts divide and memory holds all', () => {
  expect(layoutProblem(deepseek, { ...ONE_GPU, tensor: 8, expert: 8 }, 16)).toBeNull()
})

it.each([
  [{ ...ONE_GPU, tensor: 3 }, 'Tensor degree 3 does not divide the 128 query heads.'],
  [{ ...ONE_GPU, tensor: 8, expert: 3 }, "Expert degree 3 does not divide the replica's 8 GPUs."],
  [{ tensor: 2, data: 3, expert: 3, pipeline: 1 }, 'Expert degree 3 does not divide the 256 experts.'],
])('of %o is: %s', (layout, words) => {
  expect(layoutProblem(deepseek, layout, 1)).toBe(words)
})

it('says what each GPU would hold', () => {
  expect(layoutProblem(deepseek, { ...ONE_GPU, tensor: 2 }, 1)).toMatch(
    /^Each GPU would hold 3\d\d\.\d GB of weights and 0\.0 GB of KV cache; .* has 141\.0 GB\.$/,
  )
})
