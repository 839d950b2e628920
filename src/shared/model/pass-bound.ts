import { peakFlopPerSecond, usableHbmBandwidth } from './accelerator.ts'
import {
  attentionOutputWidth,
  cacheFlopPerToken,
  feedForwardFlopPerToken,
  flopPerToken,
  kvCacheBytesPerSequence,
  projectionWidth,
  sparsity,
  weightBytesTotal,
  type AttentionGroup,
  type FeedForwardGroup,
} from './architecture.ts'
import { stageCount, UnsupportedPrecisionError, type PassSetup } from './pass-setup.ts'
import { leastCollectiveSeconds, RankRange } from './collective-bound.ts'

/** GPU counts, and batches by their rows, from a least to a most. */
export interface Rectangle {
  gpusLow: number
  gpusHigh: number
  rowLow: number
  rowHigh: number
}

/** A weight matrix that is read in every layer of a group. */
interface Matrix {
  readonly rows: number
  readonly columns: number
  readonly layers: number
}

const attentionMatrices = (dModel: number, group: AttentionGroup): Matrix[] => {
  const { layers, mla, outputGateWidth: gate } = group
  const width = projectionWidth(group)
  const output = { rows: dModel, columns: attentionOutputWidth(group), layers }
  if (mla === null) return [{ rows: width + gate, columns: dModel, layers }, output]
  const rank = mla.kvRank + mla.queryRank
  return [{ rows: rank + gate, columns: dModel, layers }, { rows: width, columns: rank, layers }, output]
}

/** Activations that move per token of an `m x k` matrix on `ranks`: `t1·k + t2·m` (A4); grows with the ranks. */
function activationsPerToken(m: number, k: number, ranks: number): number {
  const copies = Math.min(Math.max(Math.sqrt((m * ranks) / k), 1), ranks)
  return copies * k + (ranks / copies) * m
}

/**
 * Lower bounds on the time and the cost of a pass over a rectangle of GPU counts and batches, for the stage count of one step
 * (A4). Every part is taken where it is least: arithmetic and memory on the most GPUs, the network on the fewest, all of
 * them at the smallest batch. Proofs: docs/search.md.
 */
export class PassBound {
  private readonly setup: PassSetup
  /** Stage counts by batch row and step. */
  private readonly stages: Float64Array
  private readonly batches: Float64Array
  private readonly steps: number
  private readonly matrices: readonly Matrix[]
  private readonly attentionWeightBytes: number
  private readonly weightBytes: number
  private readonly cacheBytes: number
  private readonly unembeddingBytes: number
  private readonly fixedFlop: number
  private readonly projectionFlop: number
  private readonly rate: number
  private readonly bandwidth: number
  private readonly kernelSeconds: number
  private readonly scaleDowns: number
  private readonly ranks = new RankRange()
  private readonly side = new RankRange()
  /** Network seconds of the feed-forward by tensor split. */
  private readonly feedForwardSeconds = new Float64Array(2)

  constructor(setup: PassSetup, batches: Float64Array) {
    const { architecture, precision, accelerator, contextTokens, rules } = setup
    const peak = peakFlopPerSecond(accelerator, precision.weightBytes)
    if (peak === null) throw new UnsupportedPrecisionError(accelerator, precision.weightBytes)
    this.setup = setup
    this.batches = batches
    this.steps = setup.pipeline ? rules.pipelineSteps : 1
    this.stages = new Float64Array(batches.length * this.steps)
    for (const [row, batch] of batches.entries())
      for (let step = 0; step < this.steps; step++)
        this.stages[row * this.steps + step] = stageCount(setup, batch, step)
    this.matrices = architecture.attention.flatMap((group) => attentionMatrices(architecture.dModel, group))
    this.attentionWeightBytes = this.matrices.reduce(
      (sum, { rows, columns, layers }) => sum + rows * columns * layers * precision.weightBytes,
      0,
    )
    this.weightBytes = weightBytesTotal(architecture, precision)
    this.cacheBytes = kvCacheBytesPerSequence(architecture, precision, contextTokens)
    this.unembeddingBytes = precision.weightBytes * architecture.vocab * architecture.dModel
    this.fixedFlop = feedForwardFlopPerToken(architecture) + cacheFlopPerToken(architecture, contextTokens)
    this.projectionFlop = flopPerToken(architecture, contextTokens) - this.fixedFlop
    this.rate = peak * accelerator.arithmeticCap
    this.bandwidth = usableHbmBandwidth(accelerator)
    this.kernelSeconds = rules.kernelsPerLayer * architecture.layers * accelerator.kernelLaunchSeconds
    this.scaleDowns = setup.attentionScaleDown ? rules.scaleDownSteps : 1
  }

  /**
   * Whether a layout of a step can be worth its place somewhere in the rectangle: false only where `beaten` says of every layout's
   * bounds, in seconds and GPU-seconds per sequence, that it is not.
   * @param skip asked first about bounds that leave attention's network out
   */
  survives(
    step: number,
    { gpusLow, gpusHigh, rowLow, rowHigh }: Rectangle,
    beaten: (seconds: number, gpuSeconds: number) => boolean,
    skip = beaten,
  ): boolean {
    const { accelerator, architecture, precision, tokensPerPass: q } = this.setup
    const batchLow = this.batches[rowLow]!
    const batchHigh = this.batches[rowHigh]!
    const stagesLow = this.stages[rowLow * this.steps + step]!
    const stagesHigh = this.stages[rowHigh * this.steps + step]!
    const microLow = batchLow / stagesLow
    const microHigh = batchHigh / stagesHigh
    if (stagesLow > gpusHigh) return false
    if (gpusHigh * accelerator.hbmBytes < this.cacheBytes * microLow + this.weightBytes) return false

    const tensorLow = Math.max(1, gpusLow / stagesHigh)
    const tensorHigh = gpusHigh / stagesLow
    const tokens = microLow * q
    const tokensHigh = microHigh * q
    // Bytes of weights, to be divided by the GPUs per stage, and of activations for each token of the batch.
    let weights = this.unembeddingBytes
    let leastWeights = this.unembeddingBytes
    let activations = 0
    this.feedForwardSeconds[0] = 0
    this.feedForwardSeconds[1] = 0
    for (const group of architecture.feedForward) {
      const sparse = sparsity(group)
      const reached = sparse === 1 ? 1 : 1 - (1 - 1 / sparse) ** tokens
      const most = sparse === 1 ? 1 : 1 - (1 - 1 / sparse) ** tokensHigh
      const layers = group.layers * (group.matricesIn + group.matricesOut)
      const expert = layers * group.experts * architecture.dModel * group.dFf * precision.weightBytes
      const shared = layers * architecture.dModel * group.dFfShared * precision.weightBytes
      weights += reached * expert + shared
      leastWeights += most * expert + shared
      const widest = microHigh < 2 * sparse ? 1 : Math.min(tensorHigh, group.experts)
      const ranksLow = Math.max(1, tensorLow / widest)
      activations +=
        layers *
        precision.activationBytes *
        ((reached * group.experts * activationsPerToken(architecture.dModel, group.dFf, ranksLow)) / sparse +
          (group.dFfShared > 0 ? activationsPerToken(architecture.dModel, group.dFfShared, tensorLow) : 0))
      this.addFeedForward(group, microLow < 2 * sparse, microHigh >= 2 * sparse, tensorLow, tensorHigh, tokens)
    }

    const perByte = 1 / (gpusHigh * this.bandwidth)
    const perFlop = (batchLow * q) / (gpusHigh * this.rate)
    const shareLow = gpusLow / batchHigh
    let base = this.kernelSeconds
    if (stagesLow > 1) {
      this.ranks.set(2, 2, 1)
      const hopBytes = (architecture.dModel * tokens * precision.activationBytes) / tensorHigh
      base += (stagesLow - 1) * leastCollectiveSeconds(accelerator, 'point-to-point', this.ranks, hopBytes)
    }
    const last = Math.max(1, this.scaleDowns - 1)
    const ratioLow = 2 ** (Math.log2(tensorLow) / last)
    const ratioHigh = 2 ** (Math.log2(tensorHigh) / last)
    const { matrices, ranks, side } = this
    const activationBytes = precision.activationBytes
    const [one = 0, two = 0] = this.feedForwardSeconds
    const feedForward = Math.min(one, two)
    let leastLatency = Infinity
    let leastCost = Infinity
    let scaleDown = 1
    let scaleDownHigh = 1
    for (let i = 0; i < this.scaleDowns; i++, scaleDown *= ratioLow, scaleDownHigh *= ratioHigh) {
      const attentionLow = tensorLow / scaleDown
      let perToken = activations
      for (const { rows, columns, layers } of matrices)
        perToken += scaleDown * layers * activationBytes * activationsPerToken(rows, columns, attentionLow)
      const attentionWeights = scaleDown * this.attentionWeightBytes
      const memory =
        perByte * (this.cacheBytes * batchLow + stagesLow * (weights + attentionWeights) + perToken * batchLow * q)
      const memoryCost =
        (this.cacheBytes + (leastWeights + attentionWeights) / microHigh + perToken * q) / this.bandwidth
      const flop = this.fixedFlop + scaleDown * this.projectionFlop
      const work = base + Math.max(memory, perFlop * flop)
      const workCost = shareLow * base + Math.max(memoryCost, (q * flop) / this.rate)
      // Copying attention more often only adds work.
      if (work >= leastLatency && workCost >= leastCost) break
      // Work only grows from here on: what is beaten by it alone stays beaten.
      if (skip(work + feedForward, workCost + shareLow * feedForward)) return false
      ranks.set(attentionLow, tensorHigh / scaleDownHigh, accelerator.nodeSize)
      side.setSide(ranks)
      for (let split = 0; split < 2; split++) {
        const network = (split === 0 ? one : two) + this.attentionSeconds(split, tokens)
        const latency = work + network
        const cost = workCost + shareLow * network
        if (!beaten(latency, cost)) return true
        if (latency < leastLatency) leastLatency = latency
        if (cost < leastCost) leastCost = cost
      }
    }
    return false
  }

  /** Least seconds of attention's all-reduces on the ranks last set. @param split 0 = 1D, 1 = 2D */
  private attentionSeconds(split: number, tokens: number): number {
    const { accelerator, architecture, precision } = this.setup
    const bytesPerWord = tokens * precision.activationBytes
    let seconds = 0
    for (const group of architecture.attention) {
      if (split === 0) {
        const bytes = architecture.dModel * bytesPerWord
        seconds += group.layers * leastCollectiveSeconds(accelerator, 'all-reduce', this.ranks, bytes)
        continue
      }
      const perSide = bytesPerWord / this.side.high
      const out = architecture.dModel * perSide
      const into = (projectionWidth(group) + group.outputGateWidth) * perSide
      seconds +=
        group.layers *
        (leastCollectiveSeconds(accelerator, 'all-reduce', this.side, out) +
          leastCollectiveSeconds(accelerator, 'all-reduce', this.side, into))
    }
    return seconds
  }

  /** Adds the least seconds of a group's all-reduces and all-to-alls, experts divided or not as the micro-batches allow. */
  private addFeedForward(
    group: FeedForwardGroup,
    canBeWhole: boolean,
    canBeDivided: boolean,
    tensorLow: number,
    tensorHigh: number,
    tokens: number,
  ): void {
    let one = Infinity
    let two = Infinity
    const { accelerator, architecture, precision } = this.setup
    const bytesPerWord = tokens * precision.activationBytes
    const blocks = group.activeExperts + (group.dFfShared > 0 ? 1 : 0)
    const outWords = blocks * group.matricesOut * architecture.dModel
    const inWords = group.matricesIn * (group.activeExperts * group.dFf + group.dFfShared)
    for (let divided = 0; divided < 2; divided++) {
      if (!(divided === 1 ? canBeDivided : canBeWhole)) continue
      const degreeLow = divided === 1 ? Math.min(tensorLow, group.experts) : 1
      const degreeHigh = divided === 1 ? Math.min(tensorHigh, group.experts) : 1
      let exchange = 0
      if (group.experts > 1) {
        this.ranks.set(
          Math.min(group.activeExperts, degreeLow),
          Math.min(group.activeExperts, degreeHigh),
          accelerator.nodeSize,
        )
        const bytes = (architecture.dModel * tokens * this.ranks.low * precision.activationBytes) / tensorHigh
        exchange = 2 * leastCollectiveSeconds(accelerator, 'all-to-all', this.ranks, bytes)
      }
      const ranksHigh = Math.max(1, tensorHigh / degreeHigh)
      this.ranks.set(Math.max(1, tensorLow / degreeLow), ranksHigh, accelerator.nodeSize)
      this.side.setSide(this.ranks)
      const oneBytes = (outWords * ranksHigh * bytesPerWord) / tensorHigh
      const perSide = (this.side.high * bytesPerWord) / tensorHigh
      one = Math.min(one, exchange + leastCollectiveSeconds(accelerator, 'all-reduce', this.ranks, oneBytes))
      two = Math.min(
        two,
        exchange +
          leastCollectiveSeconds(accelerator, 'all-reduce', this.side, inWords * perSide) +
          leastCollectiveSeconds(accelerator, 'all-reduce', this.side, outWords * perSide),
      )
    }
    this.feedForwardSeconds[0]! += group.layers * one
    this.feedForwardSeconds[1]! += group.layers * two
  }
}
