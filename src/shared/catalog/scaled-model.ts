import { totalParams } from '../model/architecture.ts'
import { toArchitecture, unsupportedPart } from './model-architecture.ts'
import { isPaperModel, modelName, type ModelEntry, type PaperModel, type ReleasedModel } from './model-entry.ts'

export interface Scale {
  /** Times as many parameters outside the vocabulary, before rounding. */
  readonly factor: number
  /** Share of the factor that goes to depth: layers grow by `factor^depthExponent`; the paper takes 1/3, or 0. */
  readonly depthExponent: number
}

/** As the paper's notebook scales by itself. */
export const PAPER_DEPTH_EXPONENT = 1 / 3

export interface ScaledModel {
  readonly entry: ModelEntry
  /** What it came to, after rounding and with a vocabulary that does not grow. */
  readonly totalParams: number
  /** Times the parameters of the model it is made from. */
  readonly reachedFactor: number
}

/** Where a scaled copy of a released model is kept, and what it is called. */
export interface ScaledIdentity {
  readonly id: string
  readonly name: string
}

/** Width of the model grows by this, each of the two sides of a head by its root. */
const widthFactor = ({ factor, depthExponent }: Scale): number => factor ** ((1 - depthExponent) / 2)
const headFactor = ({ factor, depthExponent }: Scale): number => factor ** ((1 - depthExponent) / 4)
const depthFactor = ({ factor, depthExponent }: Scale): number => factor ** depthExponent

/** What is wrong with a scale, null where nothing is. */
export function scaleProblem({ factor, depthExponent }: Scale): string | null {
  if (!(factor >= 1e-3 && factor <= 1e3)) return 'the factor must be a number from 0.001 to 1000'
  return depthExponent >= 0 && depthExponent <= 1 ? null : 'the depth exponent must be a number from 0 to 1'
}

/** Why a model cannot be scaled, null where it can. */
export function unscalable(entry: ModelEntry): string | null {
  if (isPaperModel(entry))
    return entry.mla === null ? null : 'the paper’s notebook does not say how latent attention scales'
  const { attention } = entry
  if (attention.mla !== null) return 'latent attention has ranks, which no rule says how to scale'
  if (attention.linear !== null) return 'linear mixers have a state, which no rule says how to scale'
  const part = unsupportedPart(entry, 'standard')
  if (part !== null) return `${part} has no equation to count its parameters with`
  if (attention.slidingWindow?.localOverrides !== undefined) return 'windowed layers have heads of their own'
  return entry.denseFfVariants === undefined ? null : 'its feed-forward layers differ in width'
}

/**
 * A larger or smaller variant, as the paper compares models of many sizes. The notebook’s entries take fractions of a width
 * and whole layers and query heads, KV heads stay as many; a released model is rounded to widths that exist.
 * @throws RangeError for a scale or a model that cannot be
 */
export function scaleModel(entry: ModelEntry, scale: Scale, identity: ScaledIdentity): ScaledModel {
  const problem = scaleProblem(scale) ?? unscalable(entry)
  if (problem !== null) throw new RangeError(`${modelName(entry)} cannot be scaled: ${problem}`)
  const rules = isPaperModel(entry) ? 'paper' : 'standard'
  const scaled = isPaperModel(entry) ? scalePaper(entry, scale, identity.name) : scaleReleased(entry, scale, identity)
  const total = totalParams(toArchitecture(scaled, rules))
  return {
    entry: isPaperModel(scaled) ? scaled : { ...scaled, totalParams: total },
    totalParams: total,
    reachedFactor: total / totalParams(toArchitecture(entry, rules)),
  }
}

/** The notebook's own way, to the last digit (arXiv 2506.04645, its code). */
function scalePaper(entry: PaperModel, scale: Scale, label: string): PaperModel {
  const { derived: _, ...own } = entry
  const queryHeads = Math.ceil(entry.queryHeads * headFactor(scale))
  return {
    ...own,
    label,
    layers: Math.max(1, Math.floor(entry.layers * depthFactor(scale))),
    dModel: entry.dModel * widthFactor(scale),
    dFf: entry.dFf * widthFactor(scale),
    queryHeads,
    groupSize: queryHeads / (entry.queryHeads / entry.groupSize),
    dHead: entry.dHead * headFactor(scale),
  }
}

const WIDTH_STEP = 64
const HEAD_STEP = 8

const nearest = (value: number, step: number): number => Math.max(step, Math.round(value / step) * step)

/** Layers of a kind that keep their share, at least one where there were any. */
const share = (part: number, whole: number, scaled: number): number =>
  part === 0 ? 0 : Math.min(scaled, Math.max(1, Math.round((part * scaled) / whole)))

function scaleReleased(entry: ReleasedModel, scale: Scale, { id, name }: ScaledIdentity): ReleasedModel {
  const { derived: _, otherParams: __, ...own } = entry
  const { attention, blocks, moe } = entry
  const { slidingWindow, kvHeads } = attention
  const layers = Math.max(1, Math.round(entry.layers * depthFactor(scale)))
  const width = (value: number): number => nearest(value * widthFactor(scale), WIDTH_STEP)
  const head = (value: number): number => nearest(value * headFactor(scale), HEAD_STEP)
  const local = slidingWindow === null ? 0 : share(slidingWindow.localLayers, entry.layers, layers)
  const withExperts = blocks.moeFf === entry.layers ? layers : share(blocks.moeFf, entry.layers, layers)
  const dense = entry.parallelDenseFf === true ? layers : layers - withExperts
  return {
    ...own,
    id,
    name,
    released: 'not released',
    layers,
    dModel: width(entry.dModel),
    dFf: entry.dFf === null ? null : width(entry.dFf),
    moe:
      moe === null
        ? null
        : {
            ...moe,
            dFfExpert: width(moe.dFfExpert),
            dFfShared: moe.dFfShared === null ? null : width(moe.dFfShared),
            firstDenseLayers: moe.firstDenseLayers === 0 ? 0 : layers - withExperts,
          },
    blocks: { softmaxAttention: layers, linearMixer: 0, denseFf: dense, moeFf: withExperts },
    attention: {
      ...attention,
      queryHeads: nearest(attention.queryHeads * headFactor(scale), kvHeads),
      dHead: head(attention.dHead),
      ...(attention.dHeadValue === undefined ? {} : { dHeadValue: head(attention.dHeadValue) }),
      slidingWindow:
        slidingWindow === null ? null : { ...slidingWindow, localLayers: local, globalLayers: layers - local },
    },
    totalParamsKind: 'derived from the configuration',
    activeParams: null,
    confidence: { architecture: 'low' },
    notes: `Never released: ${entry.name} at ${scale.factor} times its parameters, depth exponent ${scale.depthExponent}, rounded to whole layers, heads and widths.`,
    sources: { architecture: `scaled from ${entry.id}` },
  }
}
