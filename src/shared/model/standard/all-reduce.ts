import type { Architecture } from '../architecture.ts'
import { allReduceConstants, withLatencyFactor, type AllReduceConstants } from './all-reduce-constants.ts'
import { networkLatencyFactor, type PerLoad, type ReplicaLayout } from './standard-setup.ts'

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

/** All-reduces of a pass: one after every mixer and every feed-forward; with data-parallel attention the latter's is an all-to-all. */
function reducesPerPass({ attention, linear, feedForward }: Architecture, { tensor, data }: ReplicaLayout): number {
  if (tensor <= 1) return 0
  return [...attention, ...linear, ...(data === 1 ? feedForward : [])].reduce((sum, group) => sum + group.layers, 0)
}

/** Bytes of the sums that a QK-norm over the whole layer exchanges. */
const QK_NORM_BYTES = 64

/**
 * `n_ar·t_ar(tp, 2·d·b)`, `n_ar` mostly 2L, and `L·t_ar(tp, 64 bytes)` where QK-norm spans the layer (standard rules, "allReduce"). Ranks beyond
 * the scale-up domain are at the mercy of the scale-out network, which is not validated.
 */
export const allReduceSeconds: PerLoad = (plan) => {
  const { architecture, chip, constants, engine, layout, rules } = plan
  const own = withLatencyFactor(
    allReduceConstants(engine, chip.generation, constants.amdAllReduceFloorSeconds, rules.allReduceFit),
    networkLatencyFactor(plan),
  )
  const { tensor } = layout
  const rate = tensor > chip.domainSize ? chip.scaleOutBytesPerSecond : chip.scaleUpBytesPerSecond
  const reduces = reducesPerPass(architecture, layout)
  const normLayers = architecture.attention
    .filter((group) => group.qkNorm === 'per-layer')
    .reduce((sum, group) => sum + group.layers, 0)
  const normSeconds = normLayers * allReduceSecondsOf(own, tensor, QK_NORM_BYTES, rate)
  return ({ rankTokens }) =>
    reduces * allReduceSecondsOf(own, tensor, 2 * architecture.dModel * rankTokens, rate) + normSeconds
}
