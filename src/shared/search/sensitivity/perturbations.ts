import type { SearchSetup } from '../search.ts'
import type { MovedInputId } from './moved-inputs.ts'
import { paperBaseline, paperPerturbations } from './paper-perturbations.ts'
import { standardPerturbations } from './standard-perturbations.ts'

/** A setup with one input better. */
export interface Perturbation {
  readonly id: MovedInputId
  /** Name of the format that takes the place of the present one; null for inputs that are numbers. */
  readonly format: string | null
  readonly setup: SearchSetup
}

/** The setup that the others are compared with: on the same grid, so that what the grid leaves out cancels. */
export const baselineOf = (setup: SearchSetup): SearchSetup => (setup.kind === 'paper' ? paperBaseline(setup) : setup)

/**
 * A setup for every input that can get better, each with that one alone: rates and memory 10 % more; times, price and context
 * 10 % less; weights in the next narrower format the chip computes in. What has nothing to improve (no context, a single
 * kind of link) is left out.
 */
export const perturbations = (setup: SearchSetup): Perturbation[] =>
  setup.kind === 'paper' ? paperPerturbations(paperBaseline(setup)) : standardPerturbations(setup)
