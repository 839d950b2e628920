import * as v from 'valibot'
import type { AxisQuantity } from './axis.ts'
import { axisIn, UNITS } from './quantities.ts'

/** An axis as plain data. */
export const lineAxisSchema = v.object({
  unit: v.picklist(UNITS),
  /** Short, as the head of a column: "memory bandwidth". */
  label: v.string(),
  /** In full, with its unit: "HBM bandwidth of a GPU, bytes per second". */
  name: v.string(),
})

export type LineAxis = v.InferOutput<typeof lineAxisSchema>

export const lineAxis = ({ unit, label, name }: LineAxis): AxisQuantity => axisIn(unit, label, name)
