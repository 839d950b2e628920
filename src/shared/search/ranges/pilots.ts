import { drawOf, draws, noDraw, SAMPLES, sourcesOf, type Draw, type Uncertainty } from './uncertainty.ts'

/** Standard deviations that each source is moved to either side. */
const FAR_OUT = 2

/** Draws beyond those of the samples. */
const FURTHER = 16

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

/** Samples that are searched as a whole besides, to see how far the others may be off. */
export const CHECKED_SAMPLES: readonly number[] = [0, 256, 512, 768]
