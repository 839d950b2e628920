import { expect, it } from 'vitest'
import { passOf } from '../../../../test/standard-pass.ts'
import { cacheFlopPerToken, kvBytesPerSequence } from './kv-cache.ts'

it('copies KV heads beyond their number', () => {
  const bytes = (tensor: number) => {
    const pass = passOf('llama-3.3-70b', 'h100-sxm', { tensor }, 1, { format: 'fp8', contextTokens: 1000 })
    return kvBytesPerSequence(pass, pass.architecture.attention[0]!)
  }
  expect(bytes(1)).toBe(80 * 1000 * 8 * 256)
  expect(bytes(8)).toBe(bytes(1) / 8)
  expect(bytes(16)).toBe(bytes(8))
})

it('keeps the latent and the rotary key on every rank, and works on both', () => {
  const pass = passOf('deepseek-r1', 'h200-sxm', { tensor: 8 }, 1, { contextTokens: 100 })
  const group = pass.architecture.attention[0]!
  expect(kvBytesPerSequence(pass, group)).toBe(61 * 100 * 576)
  expect(cacheFlopPerToken(pass, group)).toBe(61 * 2 * 100 * 16 * 1088)
})

it('reads no more of the context than the window', () => {
  const bytes = (contextTokens: number) => {
    const pass = passOf('gpt-oss-120b', 'b200-sxm', {}, 1, { contextTokens })
    return pass.architecture.attention.map((group) => kvBytesPerSequence(pass, group))
  }
  const [near, far] = [bytes(128), bytes(1280)]
  expect(far).toEqual([10 * near[0]!, near[1]!])
})
