import { coordinateOf, type RangedInputId } from './ranged-inputs.ts'
import { errorFactor, valueAt, type Draw, type ErrorShares, type Uncertainty } from './uncertainty.ts'

/** The uncertain inputs' values in one sample. */
export type SampledValues = Readonly<Partial<Record<RangedInputId, number>>>

export const sampledValues = ({ inputs }: Uncertainty, draw: Draw): SampledValues =>
  Object.fromEntries(inputs.map((input) => [input.id, valueAt(input, draw[coordinateOf(input.id)]!)]))

/** Factor on the time per token of layouts of a kind: the rules are off by the same luck everywhere, by more where they are less sure. */
export const timeFactorOf = ({ errors }: Uncertainty, kind: keyof ErrorShares, draw: Draw): number =>
  errors === null ? 1 : errorFactor(errors[kind], draw[coordinateOf('modelError')]!)
