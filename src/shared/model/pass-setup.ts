import type { Accelerator } from './accelerator.ts'
import type { Architecture, Precision } from './architecture.ts'
import type { RuleSet } from './rules.ts'

/** What a pass computes, on what, and by which assumptions. */
export interface PassSetup {
  readonly architecture: Architecture
  readonly precision: Precision
  readonly accelerator: Accelerator
  readonly rules: RuleSet
  /** Tokens each sequence already has. */
  readonly contextTokens: number
  /** Tokens per sequence in one pass: 1 when decoding plainly, the drafts when verifying them. */
  readonly tokensPerPass: number
  readonly pipeline: boolean
  readonly attentionScaleDown: boolean
}

/** Just under min(batch, layers), so that no stage count hangs on the last bit of a rounding. */
const BELOW = 1 - 1e-12

/** The accelerator has no rate for weights as wide as these. */
export class UnsupportedPrecisionError extends Error {
  constructor(accelerator: Accelerator, weightBytes: number) {
    const widths = accelerator.peaks.map((peak) => peak.bits).join(', ')
    super(`${accelerator.name} has no arithmetic rate for ${8 * weightBytes}-bit weights; it has ${widths} bits`)
    this.name = 'UnsupportedPrecisionError'
  }
}

const mostStages = ({ architecture }: PassSetup, batch: number): number => Math.min(batch, architecture.layers) * BELOW

/** Stage counts tried for a batch (A4). */
export const stageSteps = (setup: PassSetup, batch: number): number =>
  setup.pipeline && mostStages(setup, batch) > 1 ? setup.rules.pipelineSteps : 1

/** Stage count of a step: log-spaced from one to just under min(batch, layers), real-valued (A4); 1 where there are no more steps. */
export const stageCount = (setup: PassSetup, batch: number, step: number): number =>
  step < stageSteps(setup, batch)
    ? 10 ** (step * (Math.log10(mostStages(setup, batch)) / (setup.rules.pipelineSteps - 1)))
    : 1
