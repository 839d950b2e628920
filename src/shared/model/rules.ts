/** The rule sets there are: the paper's, for understanding, and the standard ones, for deployments. */
export type RulesId = 'paper' | 'standard'

/** A rule set is data: the switches and constants by which one model serves several sets of assumptions. */
export interface RuleSet {
  readonly id: string
  /** Kernels launched one after the other in each layer (A4). */
  readonly kernelsPerLayer: number
  /** Pipeline stage counts tried beyond one, log-spaced up to min(batch, layers) (A4). */
  readonly pipelineSteps: number
  /** Attention scale-downs tried, log-spaced from 1 to all tensor-parallel ranks (A4). */
  readonly scaleDownSteps: number
  /** Fewest tokens drafted per pass in speculative decoding (A5). */
  readonly leastDrafts: number
  /** The grid's largest GPU count, and largest batch per unit of sparsity (A6). */
  readonly gridLimit: number
  /** Latency limits of the frontier and how far beyond the least latency they reach (A6). */
  readonly latencyLimits: number
  readonly latencySpan: number
}

/** The paper's rule set, "Inference economics of language models" (arXiv 2506.04645), as its notebook ran (model-spec A). */
export const PAPER_RULES: RuleSet = {
  id: 'paper',
  kernelsPerLayer: 4,
  pipelineSteps: 10,
  scaleDownSteps: 6,
  leastDrafts: 2,
  gridLimit: 2 ** 18,
  latencyLimits: 1000,
  latencySpan: 100,
}
