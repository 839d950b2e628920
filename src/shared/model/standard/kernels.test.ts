import { expect, it } from 'vitest'
import { passOf, secondsOf } from '../../../../test/standard-pass.ts'
import { kernelCount, kernelSeconds } from './kernels.ts'

it.each([
  ['llama-3.3-70b', 'h100-sxm', 'fp8', 80 * 9],
  ['qwen3-32b', 'h100-sxm', 'bf16', 64 * 11],
  ['deepseek-r1', 'h200-sxm', 'fp8', 61 * 14 + 3 * 4 + 58 * 7],
  ['deepseek-r1', 'b200-sxm', 'nvfp4', 61 * 10 + 3 * 4 + 58 * 7],
  ['deepseek-r1', 'mi300x', 'fp8', 61 * 10 + 3 * 4 + 58 * 7],
  ['gpt-oss-120b', 'b200-sxm', 'mxfp4', 36 * 9],
] as const)('%s on %s in %s runs %d kernels', (model, accelerator, format, kernels) => {
  expect(kernelCount(passOf(model, accelerator, {}, 1, { format }))).toBe(kernels)
})

it('takes 5.3 us a kernel, 4.7 on Blackwell', () => {
  expect(secondsOf(kernelSeconds, passOf('llama-3.3-70b', 'mi300x'))).toBeCloseTo(720 * 5.3e-6, 12)
  expect(secondsOf(kernelSeconds, passOf('llama-3.3-70b', 'b200-sxm'))).toBeCloseTo(720 * 4.7e-6, 12)
})
