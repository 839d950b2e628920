import type { Architecture, FeedForwardGroup } from '../architecture.ts'
import type { Chip } from './chip.ts'

/** Number formats of weights that engines serve; a 4-bit one has a scale for each block of weights. */
export const WEIGHT_FORMATS = ['bf16', 'fp8', 'fp8-block', 'nvfp4', 'mxfp4', 'int8', 'int4'] as const
export type WeightFormat = (typeof WEIGHT_FORMATS)[number]

export const KV_FORMATS = ['bf16', 'fp8'] as const
export type KvFormat = (typeof KV_FORMATS)[number]

/** How the weights of one block are kept, and what the chip does with them. */
export interface BlockFormat {
  /** Bytes per weight with its share of the scales. */
  readonly bytesPerWeight: number
  /** Width the multiplications run at: 16 for weight-only formats and for a 4-bit format the chip lacks. */
  readonly arithmeticBits: 4 | 8 | 16
  /** A 4-bit format the chip lacks: unpacked on the way, so memory is read below its usual rate. */
  readonly emulated: boolean
}

/** The formats of a model's blocks; head and router stay outside the bulk's format (standard rules, "Formats"). */
export interface FormatPlan {
  readonly attention: BlockFormat
  readonly dense: BlockFormat
  readonly shared: BlockFormat
  readonly routed: BlockFormat
  readonly unembedding: BlockFormat
  readonly router: BlockFormat
  readonly kvBytes: number
}

export const SIXTEEN_BIT: BlockFormat = { bytesPerWeight: 2, arithmeticBits: 16, emulated: false }
const WEIGHT_ONLY_INT8: BlockFormat = { bytesPerWeight: 1, arithmeticBits: 16, emulated: false }

/** 4-bit weights with a scale: 16 to an 8-bit scale (NVFP4), 32 to an 8-bit one (MXFP4), 32 to a 16-bit one (int4). */
const FOUR_BIT_BYTES = { nvfp4: 0.5625, mxfp4: 0.531, int4: 0.5625 } as const
/** The released int4 experts of Kimi. */
const INT4_EXPERT_BYTES = 0.531

const hasExperts = (group: FeedForwardGroup): boolean => group.experts > 1

/** Whether weights in this format leave activations and cache at 16 bits. */
const isWeightOnly = (format: WeightFormat): boolean => format === 'int8' || format === 'int4'

function eightBit(chip: Chip): BlockFormat {
  return { bytesPerWeight: 1, arithmeticBits: chip.hasFp8 ? 8 : 16, emulated: false }
}

function fourBit(chip: Chip, bytesPerWeight: number, native: boolean): BlockFormat {
  return native && chip.hasFp4
    ? { bytesPerWeight, arithmeticBits: 4, emulated: false }
    : { bytesPerWeight, arithmeticBits: 16, emulated: true }
}

/**
 * Formats block by block. Dense models are 4-bit throughout; of a mixture of experts NVFP4 and MXFP4 leave attention at
 * 8 bits; int4, and a release that is in MXFP4 itself (gpt-oss), touch the routed experts only.
 * @param released the format the model was released in
 * @param kvFormat null = one byte per value where weights have at most 8 bits and activations follow them, else two
 */
export function formatPlan(
  architecture: Architecture,
  chip: Chip,
  format: WeightFormat,
  released: WeightFormat,
  kvFormat: KvFormat | null = null,
): FormatPlan {
  const narrowCache = kvFormat === null ? format !== 'bf16' && !isWeightOnly(format) : kvFormat === 'fp8'
  const head = {
    unembedding: format === 'int8' ? WEIGHT_ONLY_INT8 : SIXTEEN_BIT,
    router: SIXTEEN_BIT,
    kvBytes: narrowCache ? 1 : 2,
  }
  return { ...head, ...bulkFormats(architecture.feedForward.some(hasExperts), chip, format, released) }
}

function bulkFormats(
  experts: boolean,
  chip: Chip,
  format: WeightFormat,
  released: WeightFormat,
): Pick<FormatPlan, 'attention' | 'dense' | 'shared' | 'routed'> {
  const all = (block: BlockFormat) => ({ attention: block, dense: block, shared: block, routed: block })
  if (format === 'bf16') return all(SIXTEEN_BIT)
  if (format === 'int8') return all(WEIGHT_ONLY_INT8)
  if (format === 'fp8' || format === 'fp8-block') return all(eightBit(chip))
  if (format === 'int4')
    return experts
      ? { ...all(SIXTEEN_BIT), routed: fourBit(chip, INT4_EXPERT_BYTES, false) }
      : all(fourBit(chip, FOUR_BIT_BYTES.int4, false))
  const block = fourBit(chip, FOUR_BIT_BYTES[format], true)
  if (!experts) return all(block)
  return format === 'mxfp4' && released === 'mxfp4'
    ? { ...all(SIXTEEN_BIT), routed: block }
    : { ...all(block), attention: eightBit(chip) }
}
