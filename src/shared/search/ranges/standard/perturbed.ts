import type { PeakRate } from '../../../model/accelerator.ts'
import { withModel } from '../../standard/with-model.ts'
import type { TimeFactors } from '../../standard/measured-kind.ts'
import type { StandardSearchSetup } from '../../standard/space.ts'
import { sampledValues, timeFactorOf, type SampledValues } from '../sampled-values.ts'
import type { Draw, ErrorShares, Uncertainty } from '../uncertainty.ts'

/** The setup as it is in one sample. */
export function perturbed(setup: StandardSearchSetup, uncertainty: Uncertainty, draw: Draw): StandardSearchSetup {
  const { errors } = uncertainty
  return {
    ...withValues(setup, sampledValues(uncertainty, draw)),
    ...(errors === null ? {} : { timeFactors: timeFactors(uncertainty, errors, draw) }),
  }
}

const timeFactors = (uncertainty: Uncertainty, errors: ErrorShares, draw: Draw): TimeFactors =>
  Object.fromEntries(
    (Object.keys(errors) as (keyof ErrorShares)[]).map((kind) => [kind, timeFactorOf(uncertainty, kind, draw)]),
  ) as TimeFactors

const faster = (peaks: readonly PeakRate[], factor: number): PeakRate[] =>
  peaks.map(({ bits, flopPerSecond }) => ({ bits, flopPerSecond: factor * flopPerSecond }))

function withValues(setup: StandardSearchSetup, values: SampledValues): StandardSearchSetup {
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
