import { sparsity, weightBytesTotal } from '../../model/architecture.ts'
import type { DecodeSetup } from '../../model/decode.ts'
import { logSpace } from '../../model/log-space.ts'

/** What a frontier is searched over under the paper's rules: a decode setup, a grid, and what a GPU-hour costs. Plain data. */
export interface PaperSearchSetup extends DecodeSetup {
  readonly kind: 'paper'
  readonly usdPerGpuHour: number
  /** Power that the maker rates a GPU at; null where the entry does not say. */
  readonly wattsPerGpu: number | null
  /** Most tokens per second that all users together ask for; null = no cap (A6). */
  readonly demandCapTokensPerSecond: number | null
  readonly grid: {
    readonly gpus: number
    readonly batches: number
    /** Least GPU count of the grid, so that two setups share one; where not given, the least that holds the weights. */
    readonly fromGpus?: number
  }
}

/** The two axes of the grid: batches are rows, GPU counts columns (model-spec A6). */
export interface PaperSpace {
  readonly gpus: Float64Array
  readonly batches: Float64Array
}

/**
 * Batches log-spaced from 1 to `2^18·s`, GPU counts from the least that holds the weights to `2^18` (A6).
 * @returns no GPU counts where the weights do not fit into the largest grid
 */
export function paperSpace(setup: PaperSearchSetup): PaperSpace {
  const { architecture, precision, accelerator, rules, grid } = setup
  const leastGpus = weightBytesTotal(architecture, precision) / accelerator.hbmBytes
  const widest = Math.max(1, ...architecture.feedForward.map(sparsity))
  return {
    gpus:
      leastGpus >= rules.gridLimit
        ? new Float64Array()
        : logSpace(grid.fromGpus ?? leastGpus, rules.gridLimit, grid.gpus),
    batches: logSpace(1, rules.gridLimit * widest, grid.batches),
  }
}

/** Layouts per grid point at most, over all passes a point needs; what a search is sized by. */
export function layoutsPerPoint(setup: PaperSearchSetup): number {
  const { rules, pipeline, attentionScaleDown, speculative } = setup
  const layouts = (pipeline ? rules.pipelineSteps : 1) * (attentionScaleDown ? rules.scaleDownSteps : 1) * 2
  const passes = speculative === null ? 1 : 2 + Math.max(0, speculative.maxDraftTokens - rules.leastDrafts + 1)
  return layouts * passes
}
