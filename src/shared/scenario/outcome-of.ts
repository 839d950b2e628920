import type { OnDiffering, Standing, Taken } from '../contract/incoming-calls.ts'

const IF_DIFFERENT = { both: 'added', theirs: 'replaced', mine: 'kept' } as const

/** What becomes of a scenario that is put into the library, by how it stands to those that are there. */
export function outcomeOf(state: Standing['state'], onDiffering: OnDiffering): Taken['outcome'] {
  if (state === 'differs') return IF_DIFFERENT[onDiffering]
  return state === 'same' ? 'kept' : 'added'
}
