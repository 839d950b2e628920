import { formatPlan, type FormatPlan, type WeightFormat } from './formats.ts'
import { bulkFormat } from './prefill.ts'
import type { StandardSetup } from './standard-setup.ts'

/** Weights of a byte or more each, and of more than half a byte with its scales. */
const ONE_BYTE = 1
const FOUR_BITS = 0.6

/** The next narrower weight format that the chip computes in by itself; null where it has none. */
export function narrowerFormat(setup: StandardSetup): WeightFormat | null {
  const { chip } = setup
  const { bytesPerWeight } = bulkFormat(setup)
  if (bytesPerWeight > ONE_BYTE && chip.hasFp8) return 'fp8'
  if (bytesPerWeight > FOUR_BITS && chip.hasFp4) return chip.isNvidia ? 'nvfp4' : 'mxfp4'
  return null
}

/** Formats with narrower weights and the cache as it was, so that the weights alone are told. */
export const withWeights = ({ architecture, chip, formats }: StandardSetup, format: WeightFormat): FormatPlan =>
  formatPlan(architecture, chip, format, 'bf16', formats.kvBytes === 1 ? 'fp8' : 'bf16')
