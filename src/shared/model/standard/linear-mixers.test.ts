import { describe, expect, it } from 'vitest'
import { passOf, secondsOf } from '../../../../test/standard-pass.ts'
import { linearMixerParamsPerLayer } from '../linear-mixer.ts'
import { allReduceConstants } from './all-reduce-constants.ts'
import { allReduceSeconds, allReduceSecondsOf } from './all-reduce.ts'
import { arithmeticSeconds } from './arithmetic.ts'
import { kernelCount } from './kernels.ts'
import { linearBlock, stateBytesPerSequence } from './linear-mixers.ts'
import { memorySeconds } from './memory.ts'

/** 36 of 48 layers keep a state: 16 key and 32 value heads of 128 x 128, a convolution over 4 tokens. */
const QWEN = 'qwen3-next-80b-a3b'
const qwen = (tensor: number, batch = 1, contextTokens = 0) =>
  passOf(QWEN, 'h200-sxm', { tensor }, batch, { format: 'bf16', contextTokens })
const STATE = 36 * (32 * 128 * 128 * 2 + 3 * (2 * 16 * 128 + 32 * 128) * 2)

describe('linear mixers', () => {
  it('keep a state of the same size whatever the context, divided by heads', () => {
    expect(stateBytesPerSequence(qwen(1))).toBe(STATE)
    expect(stateBytesPerSequence(qwen(1, 1, 100_000))).toBe(STATE)
    expect(stateBytesPerSequence(qwen(4))).toBe(STATE / 4)
  })

  it('keep KDA’s state in 32 bits', () => {
    const pass = qwen(1)
    const linear = pass.architecture.linear.map((group) => ({ ...group, kind: 'kda' as const }))
    const conv = 36 * 3 * (2 * 16 * 128 + 32 * 128) * 2
    const kda = stateBytesPerSequence({ ...pass, architecture: { ...pass.architecture, linear } })
    expect(kda - conv).toBe(2 * (STATE - conv))
  })

  it('read and write the state of each sequence in a pass', () => {
    const seconds = (batch: number) => secondsOf(memorySeconds, qwen(2, batch))
    const own = (2 * STATE) / 2 + 20 * 2048 * 48
    // 1e5 sequences on, every expert is read: what one more adds is its state and activations.
    expect(seconds(100_001) - seconds(100_000)).toBeCloseTo(own / (0.77 * 4.8e12), 8)
  })

  it('add their projections to the weights, of one rank', () => {
    const [group] = qwen(1).architecture.linear
    expect(linearBlock(qwen(1)).weights).toBe(36 * linearMixerParamsPerLayer(2048, group!))
    expect(linearBlock(qwen(16)).weights).toBeGreaterThan(linearBlock(qwen(1)).weights / 16)
  })

  it('work on the state beyond the time it takes to read, if any', () => {
    const pass = qwen(1)
    const slow = { ...pass, chip: { ...pass.chip, peaks: [{ bits: 16, flopPerSecond: 1e12 }] } }
    const { architecture } = slow
    const without = { ...slow, architecture: { ...architecture, linear: [] } }
    const projections = linearBlock(slow).weights * (2 / 0.65e12)
    const state = (36 * 7 * 32 * 128 * 128) / 0.5e12 - (2 * STATE) / (0.77 * 4.8e12)
    expect(secondsOf(arithmeticSeconds, slow) - secondsOf(arithmeticSeconds, without)).toBeCloseTo(
      projections + state,
      9,
    )
  })

  it('run five kernels a layer and are summed like attention', () => {
    const pass = qwen(4)
    // 12 attention layers with QK-norm 7, 36 mixers 5, 48 expert layers with something shared 7.
    expect(kernelCount(pass)).toBe(12 * 7 + 36 * 5 + 48 * 7)
    const once = allReduceSecondsOf(allReduceConstants('vllm', 'hopper', 0), 4, 2 * 2048, 450e9)
    expect(secondsOf(allReduceSeconds, pass)).toBeCloseTo(2 * 48 * once, 12)
  })
})

it('blocks of a single mixer each are summed once, not twice', () => {
  const pass = passOf('nemotron-h-56b', 'h200-sxm', { tensor: 8 })
  const { attention, linear, feedForward, layers, dModel } = pass.architecture
  const all = [...attention, ...linear, ...feedForward].reduce((total, group) => total + group.layers, 0)
  expect(all).toBe(layers)
  const once = allReduceSecondsOf(allReduceConstants('vllm', 'hopper', 0), 8, 2 * dModel, 450e9)
  expect(secondsOf(allReduceSeconds, pass)).toBeCloseTo(layers * once, 12)
})
