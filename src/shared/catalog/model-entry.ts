import * as v from 'valibot'
import type { Precision } from '../model/architecture.ts'
import { WEIGHT_FORMATS, type WeightFormat } from '../model/standard/formats.ts'
import { linearMixerSchema } from './linear-mixer-entry.ts'
import { citation, count, entryName, hasField, positive, text } from './quantity.ts'

/** A model as the paper's notebook has it; a scaled one may have fractions (model-spec A1). */
export const paperModelSchema = v.strictObject({
  label: entryName,
  layers: v.pipe(count, v.minValue(1, 'at least 1')),
  dModel: positive,
  dFf: positive,
  ffMatricesIn: count,
  ffMatricesOut: count,
  experts: v.pipe(count, v.minValue(1, 'at least 1')),
  activeExperts: v.pipe(count, v.minValue(1, 'at least 1')),
  queryHeads: positive,
  groupSize: positive,
  dHead: positive,
  mla: v.nullable(v.strictObject({ kvCompressionDim: positive, queryCompressionDim: count })),
  vocab: count,
  parallelAttention: v.boolean('true or false'),
  weightBytes: positive,
  activationBytes: positive,
  derived: v.optional(v.record(v.string(), v.number())),
})

const atLeastOne = v.pipe(count, v.minValue(1, 'at least 1'))

/** A released architecture, by its configuration, with sources. Fields as in docs/catalog.md. */
export const releasedModelSchema = v.strictObject({
  id: text,
  name: entryName,
  org: text,
  released: text,
  layers: atLeastOne,
  dModel: atLeastOne,
  dFf: v.nullable(atLeastOne),
  gatedFfn: v.boolean('true or false'),
  moe: v.nullable(
    v.strictObject({
      nExperts: atLeastOne,
      nActive: atLeastOne,
      nShared: count,
      dFfExpert: atLeastOne,
      dFfShared: v.nullable(atLeastOne),
      firstDenseLayers: count,
      denseLayerPattern: v.nullable(text),
      latentDim: v.nullable(atLeastOne),
      sharedExpertGate: v.optional(v.boolean()),
      routerBias: v.optional(v.boolean()),
      expertBias: v.optional(v.boolean()),
    }),
  ),
  blocks: v.strictObject({ softmaxAttention: count, linearMixer: count, denseFf: count, moeFf: count }),
  attention: v.strictObject({
    kind: text,
    queryHeads: atLeastOne,
    kvHeads: atLeastOne,
    dHead: atLeastOne,
    dHeadValue: v.optional(atLeastOne),
    mla: v.nullable(
      v.strictObject({
        kvLoraRank: atLeastOne,
        qLoraRank: v.nullable(atLeastOne),
        ropeHeadDim: count,
        nopeHeadDim: atLeastOne,
        vHeadDim: atLeastOne,
      }),
    ),
    slidingWindow: v.nullable(
      v.strictObject({
        size: atLeastOne,
        pattern: text,
        localLayers: count,
        globalLayers: count,
        style: v.optional(text),
        localOverrides: v.optional(
          v.strictObject({
            kvHeads: v.optional(atLeastOne),
            dHead: v.optional(atLeastOne),
            valueIsKey: v.optional(v.boolean()),
            sinkPerHead: v.optional(v.boolean()),
          }),
        ),
      }),
    ),
    linear: v.nullable(linearMixerSchema),
    sparse: v.nullable(v.looseObject({ kind: text })),
    valueIsKey: v.optional(v.boolean()),
    outputGate: v.optional(v.picklist(['per-head', 'elementwise'], '"per-head" or "elementwise"')),
    sharedKvLowRank: v.optional(v.record(v.string(), v.number())),
    qkvBias: v.optional(v.boolean()),
    outBias: v.optional(v.boolean()),
    qkNorm: v.optional(v.picklist(['per-head', 'per-layer'], '"per-head" or "per-layer"')),
    sinkPerHead: v.optional(v.boolean()),
    pattern: v.optional(text),
  }),
  vocab: atLeastOne,
  tiedEmbeddings: v.boolean('true or false'),
  parallelAttention: v.optional(v.boolean()),
  parallelDenseFf: v.optional(v.boolean()),
  singleMixerBlocks: v.optional(v.boolean()),
  denseFfVariants: v.optional(v.array(v.strictObject({ dFf: atLeastOne, layers: atLeastOne }))),
  nativePrecisionBits: v.pipe(positive, v.maxValue(32, 'at most 32 bits')),
  /** Where 4 bits do not say which. */
  nativeFormat: v.optional(v.picklist(WEIGHT_FORMATS, `one of ${WEIGHT_FORMATS.join(', ')}`)),
  totalParams: positive,
  totalParamsKind: text,
  activeParams: v.nullable(positive),
  contextLength: positive,
  ffBias: v.optional(v.boolean()),
  layerNormBias: v.optional(v.boolean()),
  lmHeadBias: v.optional(v.boolean()),
  learnedPositions: v.optional(count),
  normsPerLayer: v.optional(positive),
  otherParams: v.optional(count),
  derived: v.optional(v.looseObject({})),
  confidence: v.record(v.string(), text),
  notes: v.optional(text),
  sources: v.record(v.string(), citation),
})

/** Either form, told apart by a field that only the notebook's has, so that an error names the field at fault. */
export const modelEntrySchema = v.lazy((input) =>
  hasField(input, 'groupSize') ? paperModelSchema : releasedModelSchema,
)

export type PaperModel = v.InferOutput<typeof paperModelSchema>
export type ReleasedModel = v.InferOutput<typeof releasedModelSchema>
export type ModelEntry = PaperModel | ReleasedModel

/** Tells the notebook's form from a released one. */
export const isPaperModel = (entry: ModelEntry): entry is PaperModel => 'groupSize' in entry

export const modelName = (entry: ModelEntry): string => (isPaperModel(entry) ? entry.label : entry.name)

/** Bits per weight and per activation where a series names none: a paper entry fixes both; released weights, 16. */
export const nativeBits = (entry: ModelEntry): { readonly weight: number; readonly activation: number } =>
  isPaperModel(entry)
    ? { weight: 8 * entry.weightBytes, activation: 8 * entry.activationBytes }
    : { weight: entry.nativePrecisionBits, activation: 16 }

export function precisionOf(entry: ModelEntry, weightBits: number | null, activationBits: number | null): Precision {
  const native = nativeBits(entry)
  return {
    weightBytes: (weightBits ?? native.weight) / 8,
    activationBytes: (activationBits ?? native.activation) / 8,
  }
}

/** The weight format a model is deployed in where a series names none: as released, at most 16 bits. */
export function nativeFormat(entry: ModelEntry): WeightFormat {
  if (!isPaperModel(entry) && entry.nativeFormat !== undefined) return entry.nativeFormat
  const bits = nativeBits(entry).weight
  return bits > 8 ? 'bf16' : bits > 4 ? 'fp8' : 'mxfp4'
}
