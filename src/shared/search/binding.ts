import { STANDARD_TERMS, type StandardTermId } from '../model/standard/standard-pass.ts'
import { TERMS, type TermId } from '../model/terms.ts'
import type { FrontierPoints } from './frontier-points.ts'

export type AnyTermId = TermId | StandardTermId

/** A part of a point's time, in seconds per pass. */
export interface TimePart {
  readonly id: AnyTermId
  readonly label: string
  readonly seconds: number
  /** Memory and arithmetic overlap under the paper's rules; the shorter of the two adds nothing. */
  readonly hidden: boolean
}

/** A part of a pass's time, whatever the rule set. */
export interface Term {
  readonly id: AnyTermId
  readonly label: string
  readonly says: string
}

/** The parts that a pass's time is made of under a rule set, in the order of the columns everywhere. */
export const termsOf = (rules: FrontierPoints['rules']): readonly Term[] => (rules === 'paper' ? TERMS : STANDARD_TERMS)

/** The column of a term; `which` tells the pass of the model from a draft's. */
export const termColumn = (
  points: FrontierPoints,
  id: AnyTermId,
  which: 'terms' | 'draftTerms' = 'terms',
): Float64Array => (points[which] as Readonly<Partial<Record<AnyTermId, Float64Array>>>)[id]!

/** The parts of a pass's time in the order of the rule set's terms. */
export function timeParts(points: FrontierPoints, index: number, which: 'terms' | 'draftTerms' = 'terms'): TimePart[] {
  const seconds = (id: AnyTermId) => termColumn(points, id, which)[index]!
  const overlapped = seconds('memory') < seconds('arithmetic') ? 'memory' : 'arithmetic'
  return termsOf(points.rules).map(({ id, label }) => ({
    id,
    label,
    seconds: seconds(id),
    hidden: points.rules === 'paper' && id === overlapped,
  }))
}

/** The part that takes most of the time. */
export const bindingPart = (points: FrontierPoints, index: number): TimePart =>
  timeParts(points, index)
    .filter((part) => !part.hidden)
    .reduce((most, part) => (part.seconds > most.seconds ? part : most))
