import { drawOf, draws, noDraw, SAMPLES, sourcesOf, type Draw, type Uncertainty } from './uncertainty.ts'

/** Standard deviations that each source is moved to either side. */
const FAR_OUT = 2

/** Draws beyond those of the samples. */
const FURTHER = 8

/**
 * The draws whose whole frontiers say where those of all samples lie: nothing moved, each source far out to either side, and some
 * more with all moved at once. The price is not moved alone: it moves all points alike.
 */
export const pilotDraws = (uncertainty: Uncertainty): Draw[] => [
  noDraw(),
  ...sourcesOf(uncertainty)
    .filter((id) => id !== 'usdPerGpuHour')
    .flatMap((id) => [drawOf(id, FAR_OUT), drawOf(id, -FAR_OUT)]),
  ...draws(SAMPLES, SAMPLES + FURTHER),
]

/** Draws beyond the pilots' for which the fastest layouts of a point are kept. */
const FOR_LAYOUTS = 24

/** Those of the pilots and more: a layout that is the fastest of its point in one of them is kept. */
export const layoutDraws = (uncertainty: Uncertainty): Draw[] => [
  ...pilotDraws(uncertainty),
  ...draws(SAMPLES + FURTHER, SAMPLES + FURTHER + FOR_LAYOUTS),
]

/** Samples that are searched as a whole besides, to see how far the others may be off. */
export const CHECKED_SAMPLES: readonly number[] = [0, 512]
