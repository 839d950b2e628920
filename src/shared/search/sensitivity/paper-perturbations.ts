import type { Accelerator } from '../../model/accelerator.ts'
import { weightBytesTotal } from '../../model/architecture.ts'
import { narrowerBits } from '../paper/narrower-bits.ts'
import type { PaperSearchSetup } from '../paper/space.ts'
import { STEP } from './moved-inputs.ts'
import type { Perturbation } from './perturbations.ts'

/** Steps per axis: about a second of one processor for all inputs together. */
const STEPS = 128

const MORE = 1 + STEP
const LESS = 1 - STEP

/**
 * The setup on a coarse grid that begins where memory with 10 % more begins, so that each of the others is read on the very
 * same grid: a shift of the grid alone moves the fast end by more than memory does.
 */
export function paperBaseline(setup: PaperSearchSetup): PaperSearchSetup {
  const { architecture, precision, accelerator, grid } = setup
  const leastGpus = weightBytesTotal(architecture, precision) / (MORE * accelerator.hbmBytes)
  return {
    ...setup,
    grid: {
      gpus: Math.min(STEPS, grid.gpus),
      batches: Math.min(STEPS, grid.batches),
      fromGpus: grid.fromGpus ?? leastGpus,
    },
  }
}

export function paperPerturbations(setup: PaperSearchSetup): Perturbation[] {
  const { accelerator, precision } = setup
  const made: Perturbation[] = []
  const add = (id: Perturbation['id'], patch: Partial<PaperSearchSetup>, format: string | null = null) =>
    made.push({ id, format, setup: { ...setup, ...patch } })
  const chip = (id: Perturbation['id'], patch: Partial<Accelerator>) =>
    add(id, { accelerator: { ...accelerator, ...patch } })

  chip('memory-bandwidth', { hbmBandwidthBytesPerSecond: MORE * accelerator.hbmBandwidthBytesPerSecond })
  chip('arithmetic', {
    peaks: accelerator.peaks.map(({ bits, flopPerSecond }) => ({ bits, flopPerSecond: MORE * flopPerSecond })),
  })
  // On a torus every link is counted as one between nodes.
  if (accelerator.collectives !== 'torus' && accelerator.intraNodeBytesPerSecond < Infinity)
    chip('scale-up', { intraNodeBytesPerSecond: MORE * accelerator.intraNodeBytesPerSecond })
  if (accelerator.interNodeBytesPerSecond < Infinity)
    chip('scale-out', { interNodeBytesPerSecond: MORE * accelerator.interNodeBytesPerSecond })
  chip('network-latency', { latencyFactor: LESS * (accelerator.latencyFactor ?? 1) })
  if (accelerator.kernelLaunchSeconds > 0)
    chip('kernels', { kernelLaunchSeconds: LESS * accelerator.kernelLaunchSeconds })
  chip('memory', { hbmBytes: MORE * accelerator.hbmBytes })
  add('price', { usdPerGpuHour: LESS * setup.usdPerGpuHour })
  if (setup.contextTokens > 0) add('context', { contextTokens: LESS * setup.contextTokens })
  const bits = narrowerBits(setup)
  if (bits !== null) {
    const { gpus, batches } = setup.grid
    add('weights', { precision: { ...precision, weightBytes: bits / 8 }, grid: { gpus, batches } }, `${bits}-bit`)
  }
  return made
}
