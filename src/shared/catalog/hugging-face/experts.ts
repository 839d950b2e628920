import type { ConfigReading, Found } from './config-reading.ts'
import { isBit, layerList } from './layer-list.ts'

const EXPERTS = ['n_routed_experts', 'num_experts', 'num_local_experts', 'moe_num_experts']
const ACTIVE = ['num_experts_per_tok', 'num_experts_per_token', 'experts_per_token', 'moe_top_k', 'top_k_experts']

/** Where a family keeps the widths of experts. */
export interface ExpertKeys {
  /** Keys of an expert's width, in order. */
  readonly width: readonly string[]
  /** How the shared experts are told: a number of the experts' width, a width of one, always one of the experts' width. */
  readonly shared?: 'number' | 'width' | 'always one' | 'number and width'
  /** Key of the dense layers' width where some layers are dense. */
  readonly denseWidth?: string
}

/** Layers that have experts, and how the others are placed; all layers where no key says otherwise. */
interface ExpertLayers {
  readonly layers: number
  readonly firstDense: number
  readonly pattern: string | null
  readonly found?: Found<unknown>
}

const isLayerIndex = (item: unknown): item is number => Number.isInteger(item) && (item as number) >= 0

function expertLayers(reading: ConfigReading, layers: number): ExpertLayers {
  const firstDense = reading.wholeKey('blocks.moeFf', ['first_k_dense_replace'], 0, layers)
  const every = reading.wholeKey('blocks.moeFf', ['interleave_moe_layer_step', 'decoder_sparse_step'])
  const without = reading.listKey('blocks.moeFf', ['mlp_only_layers'], isLayerIndex, 'layer numbers from 0')
  if (Array.isArray(reading.find('moe_layer_freq')?.value)) return listedExpertLayers(reading)
  const frequency = reading.wholeKey('blocks.moeFf', ['moe_layer_freq'])
  const step = every?.value ?? frequency?.value ?? 1
  const isExpert = (layer: number): boolean =>
    firstDense === undefined
      ? (layer + 1) % step === 0 && !(without?.value.includes(layer) ?? false)
      : layer >= firstDense.value && layer % step === 0
  const number = Array.from({ length: layers }, (_, layer) => layer).filter(isExpert).length
  return {
    layers: number,
    firstDense: firstDense?.value ?? 0,
    pattern: step > 1 ? `one layer in ${step} has experts` : null,
    ...(firstDense === undefined ? (every === undefined ? {} : { found: every }) : { found: firstDense }),
  }
}

/** A list of 0 and 1, one per layer (MiMo). */
function listedExpertLayers(reading: ConfigReading): ExpertLayers {
  const found = layerList(reading, 'blocks.moeFf', 'moe_layer_freq', isBit, 'the numbers 0 and 1')
  const has = found?.value ?? []
  const layers = has.filter((item) => item === 1).length
  return { layers, firstDense: Math.max(has.indexOf(1), 0), pattern: null, ...(found === undefined ? {} : { found }) }
}

function sharedExperts(reading: ConfigReading, { shared }: ExpertKeys): void {
  const width = reading.number('moe.dFfExpert')
  if (shared === 'always one' || shared === 'width') {
    const own =
      shared === 'width' ? reading.wholeKey('moe.dFfShared', ['shared_expert_intermediate_size'], 0) : undefined
    const number = shared === 'width' && (own === undefined || own.value === 0) ? 0 : 1
    const origin = own?.origin ?? { from: 'family' as const, reason: 'a shared expert runs beside the routed ones' }
    reading.put('moe.nShared', number, origin)
    if (number === 0) reading.put('moe.dFfShared', null, { from: 'derived', how: 'no shared expert' })
    else if (own === undefined) reading.derive('moe.dFfShared', width, 'the width of an expert')
    else reading.put('moe.dFfShared', own.value, own.origin)
    return
  }
  const number =
    shared === undefined ? undefined : reading.wholeKey('moe.nShared', ['n_shared_experts', 'num_shared_experts'], 0)
  const own =
    shared === 'number and width'
      ? reading.wholeKey('moe.dFfShared', ['moe_shared_expert_intermediate_size'])
      : undefined
  reading.put(
    'moe.nShared',
    number?.value ?? 0,
    number?.origin ?? { from: 'derived', how: 'no key names shared experts' },
  )
  if ((number?.value ?? 0) === 0) reading.put('moe.dFfShared', null, { from: 'derived', how: 'no shared expert' })
  else if (own === undefined) reading.derive('moe.dFfShared', width, 'the width of an expert')
  else reading.put('moe.dFfShared', own.value, own.origin)
}

/** Routed and shared experts, and which layers are dense. A file without a number of experts describes a dense model. */
export const experts =
  (keys: ExpertKeys) =>
  (reading: ConfigReading): void => {
    const number = reading.wholeKey('moe.nExperts', EXPERTS)
    if (number === undefined) return dense(reading)
    reading.put('moe.nExperts', number.value, number.origin)
    const active = reading.whole('moe.nActive', ...ACTIVE)
    reading.ignore(...ACTIVE)
    if (active !== undefined && active > number.value)
      reading.problem('moe.nActive', ACTIVE[0]!, `is ${active}; expected at most the ${number.value} experts there are`)
    reading.whole('moe.dFfExpert', ...keys.width)
    sharedExperts(reading, keys)
    const latent = reading.wholeKey('moe.latentDim', ['moe_latent_size'])
    reading.put(
      'moe.latentDim',
      latent?.value ?? null,
      latent?.origin ?? { from: 'derived', how: 'experts of full width' },
    )
    const layers = reading.number('layers')
    const own = layers === undefined ? undefined : expertLayers(reading, layers)
    const origin = own?.found?.origin ?? { from: 'derived' as const, how: 'every layer has experts' }
    reading.put('moe.firstDenseLayers', own?.firstDense ?? 0, origin)
    reading.put('moe.denseLayerPattern', own?.pattern ?? null, origin)
    if (reading.value('blocks.moeFf') !== undefined) denseWidth(reading, keys, reading.number('blocks.denseFf') ?? 0)
    else if (own === undefined || layers === undefined) {
      reading.ask('blocks.moeFf', 'layers are not known')
      reading.ask('blocks.denseFf', 'layers are not known')
    } else {
      const withExperts = reading.put('blocks.moeFf', own.layers, origin)
      const without = withExperts === undefined ? undefined : layers - withExperts
      reading.derive('blocks.denseFf', without, 'layers without experts')
      denseWidth(reading, keys, without ?? 0)
    }
  }

function denseWidth(
  reading: ConfigReading,
  { denseWidth: key = 'intermediate_size' }: ExpertKeys,
  layers: number,
): void {
  if (layers > 0) reading.whole('dFf', key)
  else {
    reading.ignore(key, 'intermediate_size')
    reading.put('dFf', null, { from: 'derived', how: 'every feed-forward layer has experts' })
  }
}

/** Feed-forward of one width in every layer. */
export function dense(reading: ConfigReading): void {
  reading.whole('dFf', 'intermediate_size', 'ffn_hidden_size', 'n_inner', 'ffn_dim', 'ffn_dim')
  reading.put('moe', null, { from: 'derived', how: 'no key names experts' })
  if (reading.value('blocks.denseFf') !== undefined) return
  reading.derive('blocks.denseFf', reading.number('layers'), 'every layer')
  reading.put('blocks.moeFf', 0, { from: 'derived', how: 'no key names experts' })
}

/** Four times the model's width where no key says otherwise (GPT-2, GPT-J, Falcon). */
export function fourTimesWide(reading: ConfigReading): void {
  dense(reading)
  const width = reading.number('dModel')
  if (reading.value('dFf') === undefined && width !== undefined)
    reading.put('dFf', 4 * width, {
      from: 'family',
      reason: 'four times the model’s width where no key says otherwise',
    })
}
