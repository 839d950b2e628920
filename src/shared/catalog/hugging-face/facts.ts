import type { ConfigReading } from './config-reading.ts'
import type { FieldPath } from './form-fields.ts'

/** Something every model of a family has, which its files need not say. */
export interface Fact {
  readonly path: FieldPath
  readonly value: unknown
  readonly reason: string
}

const fact =
  (path: FieldPath, value: unknown, what: string) =>
  (family: string): Fact => ({ path, value, reason: `${family} ${what}` })

export const GATED = fact('gatedFfn', true, 'has a gated feed-forward')
export const NOT_GATED = fact('gatedFfn', false, 'has no gate in its feed-forward')
export const QKV_BIAS = fact('attention.qkvBias', true, 'has biases on queries, keys and values')
export const OUT_BIAS = fact('attention.outBias', true, 'has a bias on the output projection')
export const FF_BIAS = fact('ffBias', true, 'has biases in its feed-forward')
export const LAYER_NORM = fact('layerNormBias', true, 'uses LayerNorm, which has a bias')
export const QK_NORM = fact('attention.qkNorm', 'per-head', 'normalises queries and keys head by head')
export const ROUTER_BIAS = fact('moe.routerBias', true, 'has a bias per expert on its router')
export const EXPERT_BIAS = fact('moe.expertBias', true, 'has biases in its experts')
export const SHARED_GATE = fact('moe.sharedExpertGate', true, 'has a gate on its shared expert')
export const SINKS = fact('attention.sinkPerHead', true, 'has an attention sink per head')
export const OUTPUT_GATE = fact(
  'attention.outputGate',
  'elementwise',
  'gates the result of attention element by element',
)
export const PARALLEL = fact('parallelAttention', true, 'runs attention beside the feed-forward')
export const LM_HEAD_BIAS = fact('lmHeadBias', true, 'has a bias on its output matrix')
export const ONE_MIXER = fact('singleMixerBlocks', true, 'has one mixer or one feed-forward per layer')
export const norms = (number: number): ((family: string) => Fact) =>
  fact('normsPerLayer', number, `has ${number} norm${number === 1 ? '' : 's'} per layer`)

/** Facts of experts say nothing about a dense model of the same type. */
export function putFact(reading: ConfigReading, { path, value, reason }: Fact): void {
  if (path.startsWith('moe.') && reading.value('moe') === null) return
  reading.put(path, value, { from: 'family', reason })
}
