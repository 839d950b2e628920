import { allReduceConstants, type AllReduceConstants } from './all-reduce-constants.ts'
import type { DecodePass } from './standard-setup.ts'

/**
 * Seconds of one all-reduce of `X` bytes over `r` ranks: the faster of one shot, in which every rank reads all others, and
 * two, in which each reduces its part and gathers the rest:
 * `min(a0 + a1·(r-1) + (r-1)·X/(e1·W), a0 + a1·(r-1) + s + 2·(r-1)/r·X/(e2·W))`; 0 for one rank.
 * @param bytesPerSecond `W`, the scale-up bandwidth one way
 */
export function allReduceSecondsOf(
  constants: AllReduceConstants,
  ranks: number,
  bytes: number,
  bytesPerSecond: number,
): number {
  if (ranks <= 1) return 0
  const others = ranks - 1
  const oneShot = (others * bytes) / (constants.oneShotShare * bytesPerSecond)
  const twoShot =
    constants.secondShotSeconds + ((2 * others) / ranks) * (bytes / (constants.twoShotShare * bytesPerSecond))
  return constants.floorSeconds + constants.perRankSeconds * others + Math.min(oneShot, twoShot)
}

/** All-reduces per layer: after attention and after the feed-forward; with data-parallel attention the latter is an all-to-all. */
const reducesPerLayer = ({ tensor, data }: DecodePass['layout']): number => (tensor <= 1 ? 0 : data === 1 ? 2 : 1)

/** Bytes of the sums that a QK-norm over the whole layer exchanges. */
const QK_NORM_BYTES = 64

/** `n_ar·t_ar(tp, 2·d·b)`, and `L·t_ar(tp, 64 bytes)` where QK-norm spans the layer (standard rules, "allReduce"). */
export function allReduceSeconds(pass: DecodePass): number {
  const { architecture, chip, constants, engine, layout, rankBatch } = pass
  const own = allReduceConstants(engine, chip.generation, constants.amdAllReduceFloorSeconds)
  const once = (bytes: number) => allReduceSecondsOf(own, layout.tensor, bytes, chip.scaleUpBytesPerSecond)
  const normLayers = architecture.attention
    .filter((group) => group.qkNorm === 'per-layer')
    .reduce((sum, group) => sum + group.layers, 0)
  return (
    reducesPerLayer(layout) * architecture.layers * once(2 * architecture.dModel * rankBatch) +
    normLayers * once(QK_NORM_BYTES)
  )
}
