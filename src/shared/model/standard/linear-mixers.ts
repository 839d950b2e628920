import {
  convStateValues,
  linearMixerOnRank,
  linearMixerParamsPerLayer,
  recurrentStateValues,
  stateFlopPerToken,
  type LinearMixerGroup,
} from '../linear-mixer.ts'
import type { ReplicaLayout, ReplicaPlan } from './standard-setup.ts'
import type { WeightBlock } from './weight-block.ts'

/** Bytes per number of a state: KDA's is kept in 32 bits, the others' at the width of activations. */
const STATE_BYTES: Readonly<Record<LinearMixerGroup['kind'], number>> = { 'gated-deltanet': 2, kda: 4, mamba2: 2 }
const CONV_STATE_BYTES = 2

/** A pass reads a state and writes it back. */
const READ_AND_WRITE = 2

/** Layers with a state in place of a cache: projections and convolutions, divided by heads over the tensor ranks. Not validated. */
export function linearBlock({ architecture, formats, layout }: ReplicaPlan): WeightBlock {
  const weights = architecture.linear.reduce(
    (sum, group) =>
      sum + group.layers * linearMixerParamsPerLayer(architecture.dModel, linearMixerOnRank(group, layout.tensor)),
    0,
  )
  return { block: 'linear', weights, format: formats.attention }
}

/** Bytes of one sequence's states on its rank, all linear layers together, whatever the context. */
export const stateBytesPerSequence = ({
  architecture,
  layout,
}: Pick<ReplicaPlan, 'architecture'> & { readonly layout: Pick<ReplicaLayout, 'tensor'> }): number =>
  architecture.linear.reduce((sum, group) => {
    const own = linearMixerOnRank(group, layout.tensor)
    return (
      sum +
      group.layers * (recurrentStateValues(own) * STATE_BYTES[group.kind] + convStateValues(own) * CONV_STATE_BYTES)
    )
  }, 0)

/** Bytes that a pass moves for one sequence's states. */
export const stateTrafficPerSequence = (plan: ReplicaPlan): number => READ_AND_WRITE * stateBytesPerSequence(plan)

/** FLOP of one token's state updates on its rank. */
export const stateFlopPerRank = ({ architecture, layout }: ReplicaPlan): number =>
  architecture.linear.reduce(
    (sum, group) => sum + group.layers * stateFlopPerToken(linearMixerOnRank(group, layout.tensor)),
    0,
  )
