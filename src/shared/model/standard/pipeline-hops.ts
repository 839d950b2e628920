import { allReduceConstants, withLatencyFactor } from './all-reduce-constants.ts'
import { networkLatencyFactor, type PerLoad } from './standard-setup.ts'

/** Bytes of an activation that goes to the next stage. */
const BYTES_PER_VALUE = 2

/**
 * `(pp-1)·[a0 + 2·d·b/tp/(e2·W)]`: each rank of a stage hands its part of the activations on, by NCCL's send and receive,
 * over the scale-up links where the whole replica shares them. The structure is the paper's point-to-point hop (A3), the
 * constants NCCL's of the standard rules; not validated.
 */
export const pipelineSeconds: PerLoad = (plan) => {
  const { architecture, chip, constants, gpus, layout, rules } = plan
  const hops = layout.pipeline - 1
  const nccl = withLatencyFactor(
    allReduceConstants('nccl', chip.generation, constants.amdAllReduceFloorSeconds, rules.allReduceFit),
    networkLatencyFactor(plan),
  )
  const rate = gpus > chip.domainSize ? chip.scaleOutBytesPerSecond : chip.scaleUpBytesPerSecond
  const perToken = (BYTES_PER_VALUE * architecture.dModel) / (layout.tensor * nccl.twoShotShare * rate)
  return ({ rankTokens }) => hops * (nccl.floorSeconds + perToken * rankTokens)
}
