import { describe, expect, it } from 'vitest'
import { standardSetup } from '../../../../test/standard-pass.ts'

describe('formats', () => {
  it('keeps head and router at 16 bits, and multiplies at the width of the weights', () => {
    const { formats } = standardSetup('llama-3.3-70b', 'h100-sxm', { format: 'fp8' })
    expect(formats.dense).toEqual({ bytesPerWeight: 1, arithmeticBits: 8, emulated: false })
    expect(formats.unembedding.bytesPerWeight).toBe(2)
    expect(formats.kvBytes).toBe(1)
  })

  it('has no 8-bit arithmetic for fp8 where the chip has none', () => {
    expect(standardSetup('llama-3.3-70b', 'a100-sxm-80gb', { format: 'fp8' }).formats.dense.arithmeticBits).toBe(16)
  })

  it.each([
    ['nvfp4', 'b200-sxm', 0.5625, 4, false],
    ['nvfp4', 'h100-sxm', 0.5625, 16, true],
    ['mxfp4', 'mi355x', 0.531, 4, false],
    ['int4', 'a100-sxm-80gb', 0.5625, 16, true],
    ['int4', 'b200-sxm', 0.5625, 16, true],
    ['int8', 'h100-sxm', 1, 16, false],
  ] as const)(
    '%s on %s has %d bytes per weight, %d-bit arithmetic, emulated: %s',
    (format, chip, bytes, bits, emulated) => {
      const { formats } = standardSetup('llama-3.3-70b', chip, { format })
      expect(formats.attention).toEqual({ bytesPerWeight: bytes, arithmeticBits: bits, emulated })
      expect(formats.dense).toEqual(formats.attention)
    },
  )

  it('leaves activations at 16 bits where only weights are integers', () => {
    expect(standardSetup('llama-2-7b', 'a100-sxm-80gb', { format: 'int8' }).formats).toMatchObject({
      kvBytes: 2,
      unembedding: { bytesPerWeight: 1 },
    })
    expect(standardSetup('llama-2-7b', 'a100-sxm-80gb', { format: 'int4' }).formats).toMatchObject({
      kvBytes: 2,
      unembedding: { bytesPerWeight: 2 },
    })
  })

  it('quantises experts further than attention', () => {
    const deepseek = standardSetup('deepseek-r1', 'b200-sxm', { format: 'nvfp4' }).formats
    expect([deepseek.attention.bytesPerWeight, deepseek.routed.bytesPerWeight, deepseek.shared.arithmeticBits]).toEqual(
      [1, 0.5625, 4],
    )
    const gptOss = standardSetup('gpt-oss-120b', 'b200-sxm').formats
    expect([gptOss.attention.bytesPerWeight, gptOss.routed.bytesPerWeight, gptOss.kvBytes]).toEqual([2, 0.531, 1])
    const kimi = standardSetup('kimi-k2.5', 'h200-sxm').formats
    expect([kimi.attention.bytesPerWeight, kimi.routed.bytesPerWeight, kimi.kvBytes]).toEqual([2, 0.531, 2])
  })

  it('takes the cache format it is given', () => {
    expect(standardSetup('llama-3.3-70b', 'h100-sxm', { format: 'fp8', kvFormat: 'bf16' }).formats.kvBytes).toBe(2)
    expect(standardSetup('llama-3.3-70b', 'h100-sxm', { format: 'bf16', kvFormat: 'fp8' }).formats.kvBytes).toBe(1)
  })
})
