import type { ConfigReading, Found } from './config-reading.ts'
import { isBit, isText, layerList } from './layer-list.ts'

const SOFTMAX = 'blocks.softmaxAttention'

function count(reading: ConfigReading, found: Found<number>): void {
  const layers = reading.number('layers')
  const softmax = reading.put(SOFTMAX, found.value, found.origin)
  const others = layers === undefined || softmax === undefined ? undefined : layers - softmax
  reading.derive('blocks.linearMixer', others, 'layers without softmax attention')
}

/** Which layers attend over a cache: a list of kinds, or one in every so many. */
function softmaxLayers(reading: ConfigReading): Found<number> | undefined {
  const types = layerList(reading, SOFTMAX, 'layer_types', isText, 'texts')
  const interval = reading.wholeKey(SOFTMAX, ['full_attention_interval'])
  const layers = reading.number('layers')
  if (types !== undefined)
    return { value: types.value.filter((type) => type === 'full_attention').length, origin: types.origin }
  if (interval === undefined || layers === undefined) return undefined
  return { value: Math.floor(layers / interval.value), origin: interval.origin }
}

/** A mixer's shape from keys of the file; asked for as a whole where one is missing. */
function shape(reading: ConfigReading, kind: string, keys: Readonly<Record<string, string>>): void {
  const parts = Object.entries(keys).map(
    ([part, key]) => [part, key, reading.wholeKey('attention.linear', [key])] as const,
  )
  const lacking = parts.filter(([, , found]) => found === undefined).map(([, key]) => key)
  if (lacking.length > 0) {
    reading.ask('attention.linear', `the file has no ${lacking.join(' or ')}`)
    return
  }
  const value = Object.fromEntries(parts.map(([part, , found]) => [part, found!.value]))
  reading.put('attention.linear', { kind, ...value }, parts[0]![2]!.origin)
}

/** Gated DeltaNet of Qwen3-Next and Qwen3.5, with a gate on the result of the softmax layers. */
export function gatedDeltaNet(reading: ConfigReading): void {
  shape(reading, 'gated-deltanet', {
    keyHeads: 'linear_num_key_heads',
    valueHeads: 'linear_num_value_heads',
    dKey: 'linear_key_head_dim',
    dValue: 'linear_value_head_dim',
    convKernel: 'linear_conv_kernel_dim',
  })
  const softmax = softmaxLayers(reading)
  if (softmax === undefined) return asked(reading, 'the file has no layer_types or full_attention_interval')
  count(reading, softmax)
  const layers = reading.number('layers') ?? 0
  const interval = layers / softmax.value
  const inWords = `${softmax.value} of ${layers} layers softmax attention`
  reading.put(
    'attention.pattern',
    Number.isInteger(interval) && interval > 1 ? `${interval - 1} gated-deltanet : 1 softmax attention` : inWords,
    softmax.origin,
  )
}

function asked(reading: ConfigReading, reason: string): void {
  reading.ask(SOFTMAX, reason)
  reading.ask('blocks.linearMixer', reason)
}

/** Lightning attention of MiniMax-Text-01 and M1: `attn_type_list` has 0 for it and 1 for softmax, one per layer. */
export function lightningAttention(reading: ConfigReading): void {
  const types = layerList(reading, SOFTMAX, 'attn_type_list', isBit, 'the numbers 0 and 1')
  const named = layerList(reading, SOFTMAX, 'layer_types', isText, 'texts')
  const heads = reading.number('attention.queryHeads')
  const width = reading.number('attention.dHead')
  if (heads !== undefined && width !== undefined)
    reading.put(
      'attention.linear',
      { kind: 'lightning', keyHeads: heads, valueHeads: heads, dKey: width, dValue: width },
      { from: 'derived', how: 'lightning attention has the heads of softmax attention' },
    )
  else reading.ask('attention.linear', 'heads are not known')
  const softmax = types ?? named
  if (softmax === undefined) return asked(reading, 'the file has no attn_type_list')
  const value = softmax.value.filter((type) => type === 1 || type === 'full_attention').length
  count(reading, { value, origin: softmax.origin })
  reading.put('attention.pattern', `${value} of ${softmax.value.length} layers softmax attention`, softmax.origin)
}

const PATTERN = 'hybrid_override_pattern'

const COUNTED = {
  M: 'blocks.linearMixer',
  '*': 'blocks.softmaxAttention',
  '-': 'blocks.denseFf',
  E: 'blocks.moeFf',
} as const

/** Nemotron-H: one letter per layer, M Mamba-2, * attention, - dense feed-forward, E experts. */
export function mambaHybrid(reading: ConfigReading): void {
  shape(reading, 'mamba2', {
    keyHeads: 'n_groups',
    valueHeads: 'mamba_num_heads',
    dKey: 'ssm_state_size',
    dValue: 'mamba_head_dim',
    groups: 'n_groups',
    stateSize: 'ssm_state_size',
    convKernel: 'conv_kernel',
  })
  const letters = reading.textKey('blocks.linearMixer', PATTERN)
  if (letters === undefined) {
    for (const path of Object.values(COUNTED)) reading.ask(path, `the file has no ${PATTERN}`)
    return
  }
  const stray = letters.value.split('').find((letter) => !Object.hasOwn(COUNTED, letter))
  const layers = reading.number('layers')
  if (stray !== undefined) wrongPattern(reading, `has "${stray}"; expected the letters M, *, - and E`)
  else if (layers !== undefined && letters.value.length !== layers)
    wrongPattern(reading, `has ${letters.value.length} letters; expected ${layers}, one for each layer`)
  const counts = Object.entries(COUNTED).map(
    ([letter, path]) => [path, letters.value.split(letter).length - 1] as const,
  )
  for (const [path, number] of counts) reading.put(path, number, letters.origin)
  const [mamba, attention, dense, experts] = counts.map(([, number]) => number)
  const feedForward = experts === 0 ? `${dense} feed-forward` : `${experts} expert`
  reading.put('attention.pattern', `${mamba} Mamba-2, ${attention} attention, ${feedForward} blocks`, letters.origin)
}

const wrongPattern = (reading: ConfigReading, message: string): void => {
  for (const path of Object.values(COUNTED)) reading.problem(path, PATTERN, message)
}
