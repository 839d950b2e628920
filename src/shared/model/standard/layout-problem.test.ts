import { expect, it } from 'vitest'
import { standardSetup } from '../../../../test/standard-pass.ts'
import { layoutProblem } from './layout-problem.ts'

const deepseek = standardSetup('deepseek-r1', 'h200-sxm', { contextTokens: 1000 })

it('has none where heads and experts divide and memory holds all', () => {
  expect(layoutProblem(deepseek, { tensor: 8, data: 1, expert: 8 }, 16)).toBeNull()
})

it.each([
  [{ tensor: 3, data: 1, expert: 1 }, 'tensor'],
  [{ tensor: 8, data: 1, expert: 3 }, 'expert'],
  [{ tensor: 2, data: 3, expert: 3 }, 'expert'],
])('names the degree of %o at fault: %s', (layout, field) => {
  expect(layoutProblem(deepseek, layout, 1)?.field).toBe(field)
})

it('says what each GPU would hold', () => {
  expect(layoutProblem(deepseek, { tensor: 2, data: 1, expert: 1 }, 1)).toMatchObject({
    field: null,
    says: expect.stringMatching(
      /^Each GPU would hold 3\d\d\.\d GB of weights and 0\.0 GB of KV cache; .* has 141\.0 GB\.$/,
    ),
  })
})
