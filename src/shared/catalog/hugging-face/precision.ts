import { isObject, quoted, type Config, type ConfigReading, type Found } from './config-reading.ts'
import type { Origin } from './import-preview.ts'

interface Format {
  readonly bits: number
  /** Where the bits alone do not say which. */
  readonly format?: 'nvfp4' | 'mxfp4' | 'int8' | 'int4'
}

const DTYPES: Readonly<Record<string, number>> = {
  float32: 32,
  float16: 16,
  bfloat16: 16,
  float8_e4m3fn: 8,
  float8_e5m2: 8,
}

const integer = (bits: unknown): Format | null =>
  typeof bits !== 'number' ? null : bits === 4 ? { bits, format: 'int4' } : bits === 8 ? { bits, format: 'int8' } : null

/** The weights' format of the first group of a compressed-tensors file; routed experts where only those are compressed. */
function compressedTensors(config: Config): Format | null {
  const groups = isObject(config['config_groups']) ? Object.values(config['config_groups']) : []
  const weights = groups.map((group) => (isObject(group) ? group['weights'] : undefined)).find(isObject)
  if (weights === undefined) return null
  if (weights['type'] !== 'float') return integer(weights['num_bits'])
  return weights['num_bits'] === 8 ? { bits: 8 } : weights['num_bits'] === 4 ? { bits: 4, format: 'nvfp4' } : null
}

/** How each `quant_method` tells its format; null where the file does not say which. */
const METHODS: Readonly<Record<string, (config: Config) => Format | null>> = {
  fp8: () => ({ bits: 8 }),
  fbgemm_fp8: () => ({ bits: 8 }),
  mxfp4: () => ({ bits: 4, format: 'mxfp4' }),
  gptq: (config) => integer(config['bits']),
  awq: (config) => integer(config['bits'] ?? config['w_bit']),
  bitsandbytes: (config) =>
    config['load_in_4bit'] === true ? integer(4) : config['load_in_8bit'] === true ? integer(8) : null,
  'compressed-tensors': compressedTensors,
  modelopt: (config) =>
    config['quant_algo'] === 'NVFP4'
      ? { bits: 4, format: 'nvfp4' }
      : config['quant_algo'] === 'FP8'
        ? { bits: 8 }
        : null,
}

function put(reading: ConfigReading, { bits, format }: Format, origin: Origin): void {
  reading.put('nativePrecisionBits', bits, origin)
  if (format !== undefined) reading.put('nativeFormat', format, origin)
}

function quantized(reading: ConfigReading, found: Found<unknown>): void {
  const key = found.origin.from === 'config' ? found.origin.key : 'quantization_config'
  if (!isObject(found.value)) {
    reading.problem('nativePrecisionBits', key, `is ${quoted(found.value)}; expected an object`)
    reading.ask('nativePrecisionBits', `${key} cannot be read`)
    return
  }
  const method = found.value['quant_method']
  const known = typeof method === 'string' && Object.hasOwn(METHODS, method)
  const format = known ? METHODS[method]!(found.value) : null
  if (format !== null) return put(reading, format, { from: 'config', key: `${key}.quant_method`, value: method })
  reading.problem(
    'nativePrecisionBits',
    `${key}.quant_method`,
    known
      ? `is ${quoted(method)}, and the file does not say a width of 4 or 8 bits`
      : `is ${quoted(method)}; expected one of ${Object.keys(METHODS).join(', ')}`,
  )
  reading.ask('nativePrecisionBits', `${key} is of a kind that is not known`)
}

/** Bits of the bulk of the released weights: of the quantisation, or of the numbers they are stored in. */
export function precision(reading: ConfigReading): void {
  const dtype = reading.textKey('nativePrecisionBits', 'torch_dtype', 'dtype')
  const quantization = reading.find('quantization_config', 'quantization')
  if (quantization !== undefined) return quantized(reading, quantization)
  if (dtype === undefined)
    return void reading.missing('nativePrecisionBits', ['torch_dtype', 'dtype', 'quantization_config'])
  const name = dtype.value.replace(/^torch\./, '')
  if (Object.hasOwn(DTYPES, name)) return put(reading, { bits: DTYPES[name]! }, dtype.origin)
  reading.problem(
    'nativePrecisionBits',
    'torch_dtype',
    `is ${quoted(dtype.value)}; expected one of ${Object.keys(DTYPES).join(', ')}`,
  )
  reading.ask('nativePrecisionBits', 'torch_dtype is of a kind that is not known')
}
