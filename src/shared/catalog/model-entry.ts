import * as v from 'valibot'
import type { Architecture, AttentionGroup, FeedForwardGroup, Precision } from '../model/architecture.ts'
import type { LinearMixerGroup } from '../model/linear-mixer.ts'
import type { RulesId } from '../model/rules.ts'
import { WEIGHT_FORMATS, type WeightFormat } from '../model/standard/formats.ts'
import { isKnownMixer, linearMixerGroup, linearMixerSchema } from './linear-mixer-entry.ts'
import { citation, count, hasField, positive, text } from './quantity.ts'

/** A model as the paper's notebook has it; a scaled one may have fractions (model-spec A1). */
export const paperModelSchema = v.strictObject({
  label: text,
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
  name: text,
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

const RULES_NAME: Record<RulesId, string> = { paper: 'the paper’s rules', standard: 'the standard rules' }

/** A rule set has no equation for a part of this architecture. */
export class UnsupportedMixerError extends Error {
  constructor(model: string, part: string, rules: RulesId) {
    super(`${model} has ${part}, which ${RULES_NAME[rules]} have no equation for yet`)
    this.name = 'UnsupportedMixerError'
  }
}

const isPaper = (entry: ModelEntry): entry is PaperModel => 'groupSize' in entry

export const modelName = (entry: ModelEntry): string => (isPaper(entry) ? entry.label : entry.name)

/** Bits per weight and per activation where a series names none: a paper entry fixes both; released weights, 16. */
export const nativeBits = (entry: ModelEntry): { readonly weight: number; readonly activation: number } =>
  isPaper(entry)
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
  if (!isPaper(entry) && entry.nativeFormat !== undefined) return entry.nativeFormat
  const bits = nativeBits(entry).weight
  return bits > 8 ? 'bf16' : bits > 4 ? 'fp8' : 'mxfp4'
}

/** What of an entry a rule set has no equation for yet, by name; null where it covers all of it. */
export function unsupportedPart(entry: ModelEntry, rules: RulesId): string | null {
  if (isPaper(entry)) return null
  const { linear, sparse } = entry.attention
  if (linear !== null && (rules === 'paper' || !isKnownMixer(linear))) return `a linear mixer (${linear.kind})`
  if (sparse !== null) return `sparse attention (${sparse.kind})`
  if (entry.moe !== null && entry.moe.latentDim !== null) return 'experts of a latent width'
  return null
}

/** The cost model's view of an entry: like layers summed group by group. @throws UnsupportedMixerError */
export function toArchitecture(entry: ModelEntry, rules: RulesId): Architecture {
  const part = unsupportedPart(entry, rules)
  if (part !== null) throw new UnsupportedMixerError(modelName(entry), part, rules)
  return isPaper(entry) ? fromPaper(entry) : fromReleased(entry)
}

function fromPaper(entry: PaperModel): Architecture {
  return {
    name: entry.label,
    layers: entry.layers,
    dModel: entry.dModel,
    vocab: entry.vocab,
    tiedEmbeddings: false,
    parallelAttention: entry.parallelAttention,
    attention: [
      {
        layers: entry.layers,
        queryHeads: entry.queryHeads,
        kvHeads: entry.queryHeads / entry.groupSize,
        dKey: entry.dHead,
        dValue: entry.dHead,
        valueIsKey: false,
        outputGateWidth: 0,
        mla:
          entry.mla === null
            ? null
            : { kvRank: entry.mla.kvCompressionDim, queryRank: entry.mla.queryCompressionDim, rotaryWidth: 0 },
        windowTokens: null,
        qkNorm: 'none',
      },
    ],
    linear: [],
    feedForward: [
      {
        layers: entry.layers,
        dFf: entry.dFf,
        matricesIn: entry.ffMatricesIn,
        matricesOut: entry.ffMatricesOut,
        experts: entry.experts,
        activeExperts: entry.activeExperts,
        dFfShared: 0,
      },
    ],
  }
}

function fromReleased(entry: ReleasedModel): Architecture {
  return {
    name: entry.name,
    layers: entry.layers,
    dModel: entry.dModel,
    vocab: entry.vocab,
    tiedEmbeddings: entry.tiedEmbeddings,
    parallelAttention: entry.parallelAttention ?? false,
    attention: attentionGroups(entry),
    linear: linearMixerGroups(entry),
    feedForward: feedForwardGroups(entry),
  }
}

/** Layers of linear mixers, whatever the rest of the entry is; none of a kind that is not known. */
export function linearMixerGroups({ attention, blocks }: ReleasedModel): LinearMixerGroup[] {
  const { linear } = attention
  return linear === null || !isKnownMixer(linear) ? [] : [linearMixerGroup(linear, blocks.linearMixer)]
}

/** A gate has a number per head of the attention's result, or one per element. */
function outputGateWidth({ attention }: ReleasedModel, queryHeads: number, dValue: number): number {
  if (attention.outputGate === undefined) return 0
  return attention.outputGate === 'per-head' ? queryHeads : queryHeads * dValue
}

function attentionGroups(entry: ReleasedModel): AttentionGroup[] {
  const { attention, blocks } = entry
  const { mla, slidingWindow } = attention
  const dValue = mla?.vHeadDim ?? attention.dHeadValue ?? attention.dHead
  const global: AttentionGroup = {
    layers: slidingWindow === null ? blocks.softmaxAttention : slidingWindow.globalLayers,
    queryHeads: attention.queryHeads,
    kvHeads: attention.kvHeads,
    dKey: mla?.nopeHeadDim ?? attention.dHead,
    dValue,
    valueIsKey: attention.valueIsKey ?? false,
    outputGateWidth: outputGateWidth(entry, attention.queryHeads, dValue),
    mla: mla === null ? null : { kvRank: mla.kvLoraRank, queryRank: mla.qLoraRank ?? 0, rotaryWidth: mla.ropeHeadDim },
    windowTokens: null,
    qkNorm: attention.qkNorm ?? 'none',
  }
  if (slidingWindow === null) return [global]
  const own = slidingWindow.localOverrides
  const local: AttentionGroup = {
    ...global,
    layers: slidingWindow.localLayers,
    kvHeads: own?.kvHeads ?? global.kvHeads,
    dKey: own?.dHead ?? global.dKey,
    dValue: own?.dHead ?? dValue,
    valueIsKey: own?.valueIsKey ?? global.valueIsKey,
    outputGateWidth: outputGateWidth(entry, attention.queryHeads, own?.dHead ?? dValue),
    windowTokens: slidingWindow.size,
  }
  return [global, local].filter((group) => group.layers > 0)
}

function feedForwardGroups(entry: ReleasedModel): FeedForwardGroup[] {
  const { moe, blocks, dFf } = entry
  const dense = (layers: number, width: number): FeedForwardGroup => ({
    layers,
    dFf: width,
    matricesIn: entry.gatedFfn ? 2 : 1,
    matricesOut: 1,
    experts: 1,
    activeExperts: 1,
    dFfShared: 0,
  })
  const groups: FeedForwardGroup[] = []
  if (entry.denseFfVariants !== undefined)
    groups.push(...entry.denseFfVariants.map((variant) => dense(variant.layers, variant.dFf)))
  else if (blocks.denseFf > 0 && dFf !== null && entry.parallelDenseFf !== true) groups.push(dense(blocks.denseFf, dFf))
  if (moe !== null && blocks.moeFf > 0) {
    const beside = entry.parallelDenseFf === true ? (dFf ?? 0) : 0
    groups.push({
      ...dense(blocks.moeFf, moe.dFfExpert),
      experts: moe.nExperts,
      activeExperts: moe.nActive,
      dFfShared: moe.nShared * (moe.dFfShared ?? 0) + beside,
    })
  }
  return groups
}
