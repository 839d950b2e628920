import type { PaperSearchSetup } from './space.ts'

/** Bits of the widest weights that are narrower than these and have a rate of their own; null where there are none. */
export function narrowerBits({ accelerator, precision }: PaperSearchSetup): number | null {
  return accelerator.peaks.findLast(({ bits }) => bits < 8 * precision.weightBytes)?.bits ?? null
}
