import { narrowerFormat, withWeights } from '../../model/standard/narrower-format.ts'
import type { Chip } from '../../model/standard/chip.ts'
import type { StandardSetup } from '../../model/standard/standard-setup.ts'
import type { StandardSearchSetup } from '../standard/space.ts'
import { withModel } from '../standard/with-model.ts'
import { STEP } from './moved-inputs.ts'
import type { Perturbation } from './perturbations.ts'

const MORE = 1 + STEP
const LESS = 1 - STEP

export function standardPerturbations(setup: StandardSearchSetup): Perturbation[] {
  const { model } = setup
  const { chip, constants } = model
  const made: Perturbation[] = []
  const add = (id: Perturbation['id'], changed: StandardSearchSetup, format: string | null = null) =>
    made.push({ id, format, setup: changed })
  const ofChip = (id: Perturbation['id'], patch: Partial<Chip>) =>
    add(
      id,
      withModel(setup, () => ({ chip: { ...chip, ...patch } })),
    )
  const ofConstants = (id: Perturbation['id'], patch: Partial<StandardSetup['constants']>) =>
    add(
      id,
      withModel(setup, () => ({ constants: { ...constants, ...patch } })),
    )

  ofChip('memory-bandwidth', { hbmBytesPerSecond: MORE * chip.hbmBytesPerSecond })
  ofChip('arithmetic', {
    peaks: chip.peaks.map(({ bits, flopPerSecond }) => ({ bits, flopPerSecond: MORE * flopPerSecond })),
  })
  if (chip.scaleUpBytesPerSecond < Infinity)
    ofChip('scale-up', { scaleUpBytesPerSecond: MORE * chip.scaleUpBytesPerSecond })
  if (chip.scaleOutBytesPerSecond < Infinity)
    ofChip('scale-out', { scaleOutBytesPerSecond: MORE * chip.scaleOutBytesPerSecond })
  ofConstants('network-latency', { networkLatencyFactor: LESS * constants.networkLatencyFactor })
  const { kernelSeconds } = constants
  ofConstants('kernels', {
    kernelSeconds: { ...kernelSeconds, [chip.generation]: LESS * kernelSeconds[chip.generation] },
  })
  ofChip('memory', { hbmBytes: MORE * chip.hbmBytes, usableHbmBytes: MORE * chip.usableHbmBytes })
  add('price', { ...setup, usdPerGpuHour: LESS * setup.usdPerGpuHour })
  if (model.contextTokens > 0)
    add(
      'context',
      withModel(setup, ({ contextTokens }) => ({ contextTokens: LESS * contextTokens })),
    )
  const narrower = narrowerFormat(model)
  if (narrower !== null)
    add('weights', { ...setup, model: { ...model, formats: withWeights(model, narrower) } }, narrower)
  return made
}
