import type { Architecture, AttentionGroup, FeedForwardGroup } from '../model/architecture.ts'
import type { LinearMixerGroup } from '../model/linear-mixer.ts'
import type { RulesId } from '../model/rules.ts'
import { isKnownMixer, linearMixerGroup } from './linear-mixer-entry.ts'
import { isPaperModel, modelName, type ModelEntry, type PaperModel, type ReleasedModel } from './model-entry.ts'

const RULES_NAME: Record<RulesId, string> = { paper: 'the paper’s rules', standard: 'the standard rules' }

/** A rule set has no equation for a part of this architecture. */
export class UnsupportedMixerError extends Error {
  constructor(model: string, part: string, rules: RulesId) {
    super(`${model} has ${part}, which ${RULES_NAME[rules]} have no equation for yet`)
    this.name = 'UnsupportedMixerError'
  }
}

/** What of an entry a rule set has no equation for yet, by name; null where it covers all of it. */
export function unsupportedPart(entry: ModelEntry, rules: RulesId): string | null {
  if (isPaperModel(entry)) return null
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
  return isPaperModel(entry) ? fromPaper(entry) : fromReleased(entry)
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
