import type { PeakRate } from '../../model/accelerator.ts'
import { withModel } from '../standard/with-model.ts'
import type { TimeFactors } from '../standard/measured-kind.ts'
import type { StandardSearchSetup } from '../standard/space.ts'
import { coordinateOf, type RangedInputId } from './ranged-inputs.ts'
import { errorFactor, valueAt, type Draw, type ErrorShares, type Uncertainty } from './uncertainty.ts'

type Values = Readonly<Partial<Record<RangedInputId, number>>>

/** The setup as it is in one sample. */
export function perturbed(setup: StandardSearchSetup, uncertainty: Uncertainty, draw: Draw): StandardSearchSetup {
  const values: Values = Object.fromEntries(
    uncertainty.inputs.map((input) => [input.id, valueAt(input, draw[coordinateOf(input.id)]!)]),
  )
  const { errors } = uncertainty
  return {
    ...withValues(setup, values),
    ...(errors === null ? {} : { timeFactors: timeFactors(errors, draw[coordinateOf('modelError')]!) }),
  }
}

/** The rules are off by the same luck everywhere, by more where they are known to be less sure. */
const timeFactors = (errors: ErrorShares, deviations: number): TimeFactors =>
  Object.fromEntries(
    Object.entries(errors).map(([kind, share]) => [kind, errorFactor(share, deviations)]),
  ) as TimeFactors

const faster = (peaks: readonly PeakRate[], factor: number): PeakRate[] =>
  peaks.map(({ bits, flopPerSecond }) => ({ bits, flopPerSecond: factor * flopPerSecond }))

function withValues(setup: StandardSearchSetup, values: Values): StandardSearchSetup {
  const { memoryBandwidth = 1, arithmetic = 1, kernelTime = 1, networkLatency = 1, routingSkew } = values
  const changed = withModel(setup, ({ chip, constants, rules }) => ({
    chip: {
      ...chip,
      hbmBytesPerSecond: memoryBandwidth * chip.hbmBytesPerSecond,
      peaks: faster(chip.peaks, arithmetic),
    },
    constants: {
      ...constants,
      kernelSeconds: {
        ...constants.kernelSeconds,
        [chip.generation]: kernelTime * constants.kernelSeconds[chip.generation],
      },
      networkLatencyFactor: networkLatency * constants.networkLatencyFactor,
    },
    rules: { ...rules, routingSkew: routingSkew ?? rules.routingSkew },
  }))
  const { speculative } = changed
  return {
    ...changed,
    usdPerGpuHour: values.usdPerGpuHour ?? setup.usdPerGpuHour,
    speculative:
      speculative === null ? null : { ...speculative, acceptance: values.acceptance ?? speculative.acceptance },
  }
}
