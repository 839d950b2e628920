import { TERMS, type TermId } from '../model/terms.ts'
import type { FrontierPoints } from './frontier-points.ts'

/** A part of a point's time, in seconds per pass. */
export interface TimePart {
  readonly id: TermId
  readonly label: string
  readonly seconds: number
  /** Memory and arithmetic overlap; the shorter of the two adds nothing. */
  readonly hidden: boolean
}

/** The parts of a pass's time in the order of TERMS. */
export function timeParts(terms: FrontierPoints['terms'], index: number): TimePart[] {
  const memory = terms.memory[index]!
  const arithmetic = terms.arithmetic[index]!
  return TERMS.map(({ id, label }) => ({
    id,
    label,
    seconds: terms[id][index]!,
    hidden: (id === 'memory' && memory < arithmetic) || (id === 'arithmetic' && arithmetic <= memory),
  }))
}

/** The part that takes most of the time. */
export const bindingPart = (terms: FrontierPoints['terms'], index: number): TimePart =>
  timeParts(terms, index)
    .filter((part) => !part.hidden)
    .reduce((most, part) => (part.seconds > most.seconds ? part : most))
