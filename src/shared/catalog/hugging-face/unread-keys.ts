import { isObject, type Config, type ConfigReading } from './config-reading.ts'
import type { UnreadKey } from './import-preview.ts'

/** Names that speak of what an entry describes. */
const MATTERS = new RegExp(
  [
    'attn|attention|head|window|chunk|sparse|index|latent|rank|lora|kv_|_kv|qk_',
    'expert|moe|router|shared|intermediate|ffn|mlp',
    'layer|block|mixer|ssm|mamba|conv|linear|state',
    'hidden_size|width|dim|vocab|bias|norm_type|quant',
  ].join('|'),
  'i',
)

/** Names of those that change nothing in an entry: how numbers are computed or trained, not which there are. */
const HARMLESS = new RegExp(
  [
    'dropout|pdrop|_act$|activation|softcap|logit|scal(e|ing)|rope|rotary|_eps$|epsilon|initializer|residual|swiglu',
    'loss|aux|token|jitter|norm_topk|topk_group|n_group|scoring_func|score|output_|cache|implementation|pretraining',
    'mtp|nextn|query_pre_attn|^ep_size$|^chunk_size$|^chunk_size_feed|bidirectional',
    'mamba_(proj_bias|chunk_size|ssm_cache_dtype)|^use_(mamba|conv|bias)',
  ].join('|'),
  'i',
)

/** Parts of a multimodal model that an entry leaves out. */
export const OTHER_PARTS = ['vision_config', 'audio_config', 'sound_config', 'speech_config', 'visual', 'vision_model']

const keysOf = (object: Config, prefix: string): [string, unknown][] =>
  Object.entries(object).map(([key, value]) => [`${prefix}${key}`, value])

const isEmpty = (value: unknown): boolean =>
  value === null || value === false || value === 0 || (Array.isArray(value) && value.length === 0)

/** Keys that no reader took and that may matter, with a value that switches something on. */
export function unreadKeys(reading: ConfigReading, config: Config, section: string | null): UnreadKey[] {
  const inner = section === null ? [] : keysOf(config[section] as Config, `${section}.`)
  return [...keysOf(config, ''), ...inner]
    .filter(([path, value]) => {
      const name = path.slice(path.lastIndexOf('.') + 1)
      return (
        path !== section &&
        !reading.wasRead(path) &&
        !OTHER_PARTS.includes(name) &&
        !isEmpty(value) &&
        !isNamedElsewhere(reading, path, section) &&
        MATTERS.test(name) &&
        !HARMLESS.test(name)
      )
    })
    .map(([key, value]) => ({ key, value: isObject(value) ? 'an object' : value }))
}

/** A key at the top that the section has too was read there. */
const isNamedElsewhere = (reading: ConfigReading, path: string, section: string | null): boolean =>
  section !== null && !path.startsWith(`${section}.`) && reading.wasRead(`${section}.${path}`)
