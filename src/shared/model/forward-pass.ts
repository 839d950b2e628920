import { peakFlopPerSecond, usableHbmBandwidth } from './accelerator.ts'
import {
  cacheFlopPerToken,
  feedForwardFlopPerToken,
  flopPerToken,
  kvCacheBytesPerSequence,
  sparsity,
  weightBytesTotal,
  type FeedForwardGroup,
} from './architecture.ts'
import { addCollective } from './collectives.ts'
import type { Layout } from './layout.ts'
import {
  addAttentionReduces,
  addExpertExchange,
  addFeedForwardReduces,
  ONE_DIMENSION,
  TWO_DIMENSIONS,
  type TensorSplit,
} from './network.ts'
import { stageCount, stageSteps, UnsupportedPrecisionError, type PassSetup } from './pass-setup.ts'
import { ARITHMETIC, KERNEL_LAUNCH, MEMORY, NETWORK_BANDWIDTH, NETWORK_LATENCY, passSeconds, TERMS } from './terms.ts'
import { attentionBytesPerLayer, feedForwardBytesPerLayer } from './weight-traffic.ts'

const SPLITS = [TWO_DIMENSIONS, ONE_DIMENSION] as const

/** Stage counts of every step, as a set of bits. */
export const EVERY_STEP = 0xffffffff

/**
 * Time of one pass of a model over every layout of the rule set (model-spec A4).
 * `latencySeconds` finds the least and leaves its layout and terms to be read, without allocating.
 */
export class ForwardPass {
  /** Seconds by term (terms.ts) of the layout last found. */
  readonly terms = new Float64Array(TERMS.length)
  /** Layouts whose time was computed in full since the start. */
  evaluated = 0

  readonly setup: PassSetup
  readonly weightBytes: number
  readonly cacheBytesPerSequence: number
  readonly flopPerSequence: number
  readonly peakFlopPerSecond: number

  private readonly stageCounts: Float64Array
  private countedBatch = 0
  private counted = 0
  private step = 0
  private stages = 1
  private scaleDown = 1
  private dimensions: TensorSplit = TWO_DIMENSIONS

  private readonly candidate = new Float64Array(TERMS.length)
  /** The stage count being tried, and what its layouts have in common. */
  private entered = 1
  private tensor = 1
  private microBatch = 1
  private tokens = 1
  private perByte = 0
  private perFlop = 0
  private sharedBytes = 0
  /** From one attention scale-down to the next. */
  private scaleRatio = 1
  /** Network seconds [latency, bandwidth] that all scale-downs of a stage count share, by tensor split. */
  private readonly common = [new Float64Array(2), new Float64Array(2)] as const
  /** The part of it that does not depend on the split either. */
  private readonly exchange = new Float64Array(2)
  private readonly network = new Float64Array(2)
  private readonly rate: number
  private readonly bandwidth: number
  private readonly kernelSeconds: number
  private readonly feedForwardFlop: number
  private readonly cacheFlop: number
  private readonly projectionFlop: number
  private readonly unembeddingBytes: number
  private readonly scaleDowns: number

  constructor(setup: PassSetup) {
    const { architecture, precision, accelerator, contextTokens, tokensPerPass } = setup
    const peak = peakFlopPerSecond(accelerator, precision.weightBytes)
    if (peak === null) throw new UnsupportedPrecisionError(accelerator, precision.weightBytes)
    this.setup = setup
    this.peakFlopPerSecond = peak
    this.rate = peak * accelerator.arithmeticCap
    this.weightBytes = weightBytesTotal(architecture, precision)
    this.cacheBytesPerSequence = kvCacheBytesPerSequence(architecture, precision, contextTokens)
    this.flopPerSequence = flopPerToken(architecture, contextTokens) * tokensPerPass
    this.feedForwardFlop = feedForwardFlopPerToken(architecture)
    this.cacheFlop = cacheFlopPerToken(architecture, contextTokens)
    this.projectionFlop = flopPerToken(architecture, contextTokens) - this.feedForwardFlop - this.cacheFlop
    this.unembeddingBytes = precision.weightBytes * architecture.vocab * architecture.dModel
    this.bandwidth = usableHbmBandwidth(accelerator)
    this.kernelSeconds = setup.rules.kernelsPerLayer * architecture.layers * accelerator.kernelLaunchSeconds
    this.stageCounts = new Float64Array(setup.rules.pipelineSteps)
    this.scaleDowns = setup.attentionScaleDown ? setup.rules.scaleDownSteps : 1
  }

  /**
   * @param limit only layouts below these seconds are looked for
   * @param among bit by bit, the steps of the stage counts (A4) that are tried
   * @returns seconds of the fastest layout on `gpus` GPUs for `batch` sequences; Infinity where none fits or is below the limit
   */
  latencySeconds(gpus: number, batch: number, limit = Infinity, among = EVERY_STEP): number {
    const steps = this.countStages(batch)
    const most = Math.min(gpus, batch)
    // A neighbour's stage count is mostly the best here too; tried first, it lets the others be given up early.
    const guess = Math.min(this.step, steps - 1)
    let least = (among >>> guess) & 1 ? this.tryStages(gpus, batch, guess, most, limit) : limit
    for (let i = 0; i < steps; i++)
      if (i !== guess && (among >>> i) & 1) least = this.tryStages(gpus, batch, i, most, least)
    return least < limit ? least : Infinity
  }

  private tryStages(gpus: number, batch: number, step: number, most: number, bound: number): number {
    const stages = this.stageCounts[step]!
    if (stages > most || !this.fits(gpus, batch / stages)) return bound
    const least = this.fastestOfStages(gpus, batch, stages, bound)
    if (least < bound) this.step = step
    return least
  }

  /** Fewest GPUs that a layout for `batch` sequences fits on, real-valued; Infinity where no number does. */
  leastGpus(batch: number): number {
    const { hbmBytes } = this.setup.accelerator
    const steps = this.countStages(batch)
    let least = Infinity
    for (let i = 0; i < steps; i++) {
      const stages = this.stageCounts[i]!
      if (stages > batch) break
      const holding = (this.weightBytes + (this.cacheBytesPerSequence * batch) / stages) / hbmBytes
      least = Math.min(least, Math.max(stages, holding))
    }
    return least
  }

  /** Fills in the stage counts tried for a batch. */
  private countStages(batch: number): number {
    if (batch === this.countedBatch) return this.counted
    this.countedBatch = batch
    this.counted = stageSteps(this.setup, batch)
    for (let i = 0; i < this.counted; i++) this.stageCounts[i] = stageCount(this.setup, batch, i)
    return this.counted
  }

  /** Weights and the KV cache of one micro-batch within the memory of all GPUs (A4). */
  fits(gpus: number, microBatch: number): boolean {
    return gpus * this.setup.accelerator.hbmBytes >= this.cacheBytesPerSequence * microBatch + this.weightBytes
  }

  /** The layout last found, for people. */
  layout(gpus: number, batch: number): Layout {
    const tensor = gpus / this.stages
    const microBatch = batch / this.stages
    const widest = this.setup.architecture.feedForward.reduce((a, b) => (b.experts > a.experts ? b : a))
    return {
      tensorSplit: this.dimensions === TWO_DIMENSIONS ? '2D' : '1D',
      pipelineStages: this.stages,
      attentionScaleDown: this.scaleDown,
      tensorParallel: tensor,
      attentionTensorParallel: tensor / this.scaleDown,
      feedForwardTensorParallel: this.feedForwardRanks(widest, tensor, microBatch),
      expertParallel: this.expertParallel(widest, tensor, microBatch),
    }
  }

  /**
   * Every layout of a stage count, for what is to hold under other constants too, where another may be the fastest.
   * @param visit gets the seconds by term of each; the column is the pass's own and changes with the next
   */
  eachLayout(gpus: number, batch: number, step: number, visit: (terms: Float64Array) => void): void {
    if (step >= this.countStages(batch)) return
    const stages = this.stageCounts[step]!
    if (stages > Math.min(gpus, batch) || !this.fits(gpus, batch / stages)) return
    this.enterStages(gpus, batch, stages)
    this.enterScaleDowns()
    for (let i = 0, scaleDown = 1; i < this.scaleDowns; i++, scaleDown *= this.scaleRatio) {
      this.enterScaleDown(scaleDown)
      for (const split of SPLITS) {
        this.enterSplit(split)
        this.addAttentionNetwork(split, scaleDown)
        visit(this.candidate)
      }
    }
  }

  private fastestOfStages(gpus: number, batch: number, stages: number, bound: number): number {
    const { candidate } = this
    // The network and attention's weights only add to this.
    if (this.kernelSeconds + this.enterStages(gpus, batch, stages) >= bound) return bound
    this.enterScaleDowns()
    let least = bound
    for (let i = 0, scaleDown = 1; i < this.scaleDowns; i++, scaleDown *= this.scaleRatio) {
      this.enterScaleDown(scaleDown)
      // Copying attention more often only adds arithmetic.
      if (this.kernelSeconds + candidate[ARITHMETIC]! >= least) break
      for (const split of SPLITS) {
        this.enterSplit(split)
        if (passSeconds(candidate) >= least) continue
        this.addAttentionNetwork(split, scaleDown)
        this.evaluated++
        const seconds = passSeconds(candidate)
        if (seconds >= least) continue
        least = seconds
        this.stages = stages
        this.scaleDown = scaleDown
        this.dimensions = split
        for (let term = 0; term < candidate.length; term++) this.terms[term] = candidate[term]!
      }
    }
    return least
  }

  /** Begins with a stage count: what its layouts share but for the network. @returns the least memory or arithmetic takes */
  private enterStages(gpus: number, batch: number, stages: number): number {
    const { architecture, precision, tokensPerPass } = this.setup
    const microBatch = batch / stages
    const tensor = gpus / stages
    const tokens = microBatch * tokensPerPass
    let sharedBytes = this.cacheBytesPerSequence * microBatch + this.unembeddingBytes
    for (const group of architecture.feedForward) {
      const ranks = this.feedForwardRanks(group, tensor, microBatch)
      sharedBytes +=
        group.layers * feedForwardBytesPerLayer(architecture.dModel, precision, group, tokens, tensor, ranks)
    }
    this.entered = stages
    this.microBatch = microBatch
    this.tensor = tensor
    this.tokens = tokens
    this.perByte = stages / (gpus * this.bandwidth)
    this.perFlop = (batch * tokensPerPass) / (gpus * this.rate)
    this.sharedBytes = sharedBytes
    this.candidate[KERNEL_LAUNCH] = this.kernelSeconds
    return Math.max(
      this.perByte * sharedBytes,
      this.perFlop * (this.feedForwardFlop + this.cacheFlop + this.projectionFlop),
    )
  }

  /** Goes on with it: the network seconds that all its scale-downs share, and how far these are apart. */
  private enterScaleDowns(): void {
    const { architecture, precision, accelerator, rules } = this.setup
    const { exchange, common, tensor, microBatch, tokens, entered: stages } = this
    this.scaleRatio = 2 ** (Math.log2(tensor) / (rules.scaleDownSteps - 1))
    exchange[0] = 0
    exchange[1] = 0
    for (const group of architecture.feedForward)
      addExpertExchange(exchange, this.setup, group, tensor, this.expertParallel(group, tensor, microBatch), tokens)
    if (stages > 1) {
      const hopBytes = (architecture.dModel * tokens * precision.activationBytes) / tensor
      addCollective(exchange, accelerator, 'point-to-point', 2, 2, hopBytes, stages - 1)
    }
    for (const split of SPLITS) {
      const seconds = common[split]
      seconds[0] = exchange[0]
      seconds[1] = exchange[1]
      for (const group of architecture.feedForward) {
        const ranks = this.feedForwardRanks(group, tensor, microBatch)
        addFeedForwardReduces(seconds, this.setup, group, split, tensor, ranks, tokens)
      }
    }
  }

  private enterScaleDown(scaleDown: number): void {
    const { candidate, perByte, perFlop } = this
    candidate[MEMORY] =
      perByte * (this.sharedBytes + scaleDown * this.attentionBytes(this.tokens, this.tensor / scaleDown))
    candidate[ARITHMETIC] = perFlop * (this.feedForwardFlop + this.cacheFlop + scaleDown * this.projectionFlop)
  }

  private enterSplit(split: TensorSplit): void {
    this.candidate[NETWORK_LATENCY] = this.common[split][0]!
    this.candidate[NETWORK_BANDWIDTH] = this.common[split][1]!
  }

  private addAttentionNetwork(split: TensorSplit, scaleDown: number): void {
    const { candidate, network } = this
    network[0] = 0
    network[1] = 0
    addAttentionReduces(network, this.setup, split, this.tensor / scaleDown, this.tokens)
    candidate[NETWORK_LATENCY]! += network[0]
    candidate[NETWORK_BANDWIDTH]! += network[1]
  }

  private feedForwardRanks(group: FeedForwardGroup, tensor: number, microBatch: number): number {
    return Math.max(1, tensor / Math.max(1, this.expertParallel(group, tensor, microBatch)))
  }

  private expertParallel(group: FeedForwardGroup, tensor: number, microBatch: number): number {
    return microBatch < 2 * sparsity(group) ? 1 : Math.min(tensor, group.experts)
  }

  private attentionBytes(tokens: number, ranks: number): number {
    const { architecture, precision } = this.setup
    let bytes = 0
    for (const group of architecture.attention)
      bytes += group.layers * attentionBytesPerLayer(architecture.dModel, precision, group, tokens, ranks)
    return bytes
  }
}
