import { describe, expect, it } from 'vitest'
import {
  convStateValues,
  linearMixerOnRank,
  linearMixerParamsPerLayer,
  recurrentStateValues,
  stateFlopPerToken,
  type LinearMixerGroup,
} from './linear-mixer.ts'

/** Qwen3-Next 80B-A3B, d 2048. */
const GATED_DELTANET: LinearMixerGroup = {
  kind: 'gated-deltanet',
  layers: 36,
  keyHeads: 16,
  valueHeads: 32,
  dKey: 128,
  dValue: 128,
  convKernel: 4,
  outputGateRank: null,
}
/** Kimi Linear 48B-A3B, d 2304: the gate goes through the width of a head. */
const KDA: LinearMixerGroup = {
  ...GATED_DELTANET,
  kind: 'kda',
  layers: 20,
  keyHeads: 32,
  valueHeads: 32,
  outputGateRank: 128,
}
/** Nemotron 3 Nano, d 2688. */
const MAMBA2: LinearMixerGroup = {
  ...GATED_DELTANET,
  kind: 'mamba2',
  layers: 23,
  keyHeads: 8,
  valueHeads: 64,
  dKey: 128,
  dValue: 64,
}

/** Weights by the names of the published code, as [rows, columns] or [length]. */
const size = (...tensors: readonly (readonly number[])[]): number =>
  tensors.reduce((sum, shape) => sum + shape.reduce((product, side) => product * side, 1), 0)

describe('parameters of one layer', () => {
  it('Gated DeltaNet has the tensors of the published code', () => {
    const [queriesKeysValuesGate, betaAndAlpha, conv] = [
      [2 * 2048 + 2 * 4096, 2048],
      [2 * 32, 2048],
      [8192, 4],
    ]
    const [dtBias, aLog, norm, out] = [[32], [32], [128], [2048, 4096]]
    expect(linearMixerParamsPerLayer(2048, GATED_DELTANET)).toBe(
      size(queriesKeysValuesGate, betaAndAlpha, conv, dtBias, aLog, norm, out),
    )
  })

  it('KDA has the tensors of the published code', () => {
    const d = 2304
    const projections = [
      [4096, d],
      [4096, d],
      [4096, d],
      [d, 4096],
    ] as const
    const convolutions = [
      [4096, 4],
      [4096, 4],
      [4096, 4],
    ] as const
    const [decayDown, decayUp, gateDown, gateUp] = [
      [128, d],
      [4096, 128],
      [128, d],
      [4096, 128],
    ]
    const [beta, aLog, dtBias, norm] = [[32, d], [32], [4096], [128]]
    expect(linearMixerParamsPerLayer(d, KDA)).toBe(
      size(...projections, ...convolutions, decayDown, decayUp, gateDown, gateUp, beta, aLog, dtBias, norm),
    )
    const fullGate = linearMixerParamsPerLayer(d, { ...KDA, outputGateRank: null })
    expect(fullGate - linearMixerParamsPerLayer(d, KDA)).toBe(4096 * d - 128 * (d + 4096))
  })

  it('Mamba-2 has the tensors of the published code', () => {
    const channels = 4096 + 2 * 8 * 128
    const [zxbcdt, conv, convBias] = [[4096 + channels + 64, 2688], [channels, 4], [channels]]
    const [dtBias, aLog, skip, norm, out] = [[64], [64], [64], [4096], [2688, 4096]]
    expect(linearMixerParamsPerLayer(2688, MAMBA2)).toBe(size(zxbcdt, conv, convBias, dtBias, aLog, skip, norm, out))
  })
})

describe('state of one sequence in one layer', () => {
  it('is one key-by-value matrix per value head, whatever the kind', () => {
    expect([GATED_DELTANET, KDA, MAMBA2].map(recurrentStateValues)).toEqual([
      32 * 128 * 128,
      32 * 128 * 128,
      64 * 64 * 128,
    ])
  })

  it('has the inputs that the convolution looks back on', () => {
    expect([GATED_DELTANET, KDA, MAMBA2].map(convStateValues)).toEqual([3 * 8192, 3 * 12288, 3 * 6144])
  })

  it('takes 7 FLOP per number for the delta rules, which also read it with the key, and 5 for Mamba-2', () => {
    const perNumber = (group: LinearMixerGroup) => stateFlopPerToken(group) / recurrentStateValues(group)
    expect([GATED_DELTANET, KDA, MAMBA2].map(perNumber)).toEqual([7, 7, 5])
  })
})

describe('on tensor-parallel ranks', () => {
  it('divides state and heads, and copies the key heads beyond their number', () => {
    expect(linearMixerOnRank(GATED_DELTANET, 4)).toEqual({ ...GATED_DELTANET, keyHeads: 4, valueHeads: 8 })
    expect(linearMixerOnRank(MAMBA2, 16)).toEqual({ ...MAMBA2, keyHeads: 1, valueHeads: 4 })
    expect(recurrentStateValues(linearMixerOnRank(MAMBA2, 16))).toBe(recurrentStateValues(MAMBA2) / 16)
    expect(convStateValues(linearMixerOnRank(MAMBA2, 16))).toBe(3 * (256 + 2 * 128))
  })

  it('keeps the projections down to a rank whole', () => {
    const perRank = linearMixerParamsPerLayer(2304, linearMixerOnRank(KDA, 4))
    const whole = 2 * 128 * 2304 + 128
    expect(perRank).toBe(whole + (linearMixerParamsPerLayer(2304, KDA) - whole) / 4)
  })
})
