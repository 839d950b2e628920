import * as v from 'valibot'
import type { LinearMixerGroup } from '../model/linear-mixer.ts'
import { count, hasField, text } from './quantity.ts'

const atLeastOne = v.pipe(count, v.minValue(1, 'at least 1'))

const shape = {
  keyHeads: atLeastOne,
  valueHeads: atLeastOne,
  dKey: atLeastOne,
  dValue: atLeastOne,
  convKernel: atLeastOne,
}

const gatedDeltaNetSchema = v.strictObject({ kind: v.literal('gated-deltanet'), ...shape })

const kdaSchema = v.strictObject({
  kind: v.literal('kda'),
  ...shape,
  fullRankGate: v.optional(v.boolean('true or false')),
})

/** Names of its own for `keyHeads` and `dKey` stand beside them. */
const mamba2Schema = v.strictObject({
  kind: v.literal('mamba2'),
  ...shape,
  groups: v.optional(atLeastOne),
  stateSize: v.optional(atLeastOne),
})

const KNOWN = { 'gated-deltanet': gatedDeltaNetSchema, kda: kdaSchema, mamba2: mamba2Schema }
type KnownMixer = v.InferOutput<(typeof KNOWN)[keyof typeof KNOWN]>

const isKnownKind = (kind: unknown): kind is keyof typeof KNOWN =>
  typeof kind === 'string' && Object.hasOwn(KNOWN, kind)

/** A mixer of a kind that is not known is listed all the same, and refused by name. */
const unknownMixerSchema = v.looseObject({ kind: text })

/** A recurrent mixer's shape; the kind decides which fields it has, so that an error names the field at fault. */
export const linearMixerSchema = v.lazy((input) => {
  const kind = hasField(input, 'kind') ? (input as { kind: unknown }).kind : undefined
  return isKnownKind(kind) ? KNOWN[kind] : unknownMixerSchema
})

export type LinearMixer = v.InferOutput<typeof linearMixerSchema>

export const isKnownMixer = (linear: LinearMixer): linear is KnownMixer => isKnownKind(linear.kind)

/** The cost model's view of `layers` layers of a mixer. */
export const linearMixerGroup = (linear: KnownMixer, layers: number): LinearMixerGroup => ({
  kind: linear.kind,
  layers,
  keyHeads: linear.keyHeads,
  valueHeads: linear.valueHeads,
  dKey: linear.dKey,
  dValue: linear.dValue,
  convKernel: linear.convKernel,
  // KDA as Kimi Linear has it passes the gate through the width of one head.
  outputGateRank: linear.kind === 'kda' && linear.fullRankGate !== true ? linear.dValue : null,
})
