/**
 * Bytes moved between HBM and the cores by an m x k weight matrix times k x n activations, split over `ranks`
 * in the shape that moves least: `m·k·wp + t1·k·n·ap + t2·m·n·ap`, `t1 = clip(√(m·t/k), 1, t)`, `t2 = t/t1` (model-spec A4).
 */
export function matrixTrafficBytes(
  m: number,
  k: number,
  n: number,
  ranks: number,
  weightBytes: number,
  activationBytes: number,
): number {
  const copies = Math.min(Math.max(Math.sqrt((m * ranks) / k), 1), ranks)
  return m * k * weightBytes + (copies * k + (ranks / copies) * m) * n * activationBytes
}
