/** How one pass is spread over the GPUs (A4). All degrees are real-valued under the paper's rules. */
export interface Layout {
  readonly tensorSplit: '1D' | '2D'
  readonly pipelineStages: number
  /** Attention runs on `tensor / attentionScaleDown` ranks, copied that many times. */
  readonly attentionScaleDown: number
  readonly tensorParallel: number
  readonly attentionTensorParallel: number
  readonly feedForwardTensorParallel: number
  readonly expertParallel: number
}
