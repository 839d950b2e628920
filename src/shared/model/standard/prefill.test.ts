import { expect, it } from 'vitest'
import { passOf, secondsOf } from '../../../../test/standard-pass.ts'
import { prefillParams, prefillSeconds } from './prefill.ts'

const prefill = { mode: 'colocated', inputTokens: 1000, outputTokens: 500 } as const

it('counts what works on a token, without vocabulary and router', () => {
  const { architecture } = passOf('llama-3.3-70b', 'h100-sxm')
  expect(prefillParams(architecture)).toBe(80 * (2 * 8192 * 8192 + 2 * 1024 * 8192 + 3 * 8192 * 28672))
})

it('holds a pass up by the prompts of the other sequences', () => {
  const pass = passOf('llama-3.3-70b', 'h100-sxm', { tensor: 4 }, 11, { format: 'fp8', contextTokens: 1250, prefill })
  const flop = 2 * prefillParams(pass.architecture) * 1000 + 80 * 1000 ** 2 * 64 * 256
  expect(secondsOf(prefillSeconds, pass)).toBeCloseTo(((flop / (4 * 1979e12 * 0.42)) * 10) / 500, 12)
})

it('is nothing for a single sequence, and where prompts have GPUs of their own', () => {
  expect(secondsOf(prefillSeconds, passOf('llama-3.3-70b', 'h100-sxm', {}, 1, { prefill }))).toBe(0)
  expect(secondsOf(prefillSeconds, passOf('llama-3.3-70b', 'h100-sxm', {}, 9))).toBe(0)
})
