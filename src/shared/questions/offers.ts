import type { ObservedSet } from '../observed/observed-set.ts'

/** What a provider charges for a model, and how fast it is. */
export interface Offer {
  readonly provider: string
  readonly tokensPerSecond: number
  readonly usdPerMillionOutput: number
  /** null where the set does not say. */
  readonly usdPerMillionInput: number | null
  /** What it is from, and of when. */
  readonly set: string
  readonly date: string
}

/** Sets of observed points have a column for the price of output; that of input is in the note of each point. */
const INPUT_PRICE = /^input \$(\d+(?:\.\d+)?) per million tokens/

/** The offers for a model: observed points of no accelerator that have a price. Cheapest output first. */
export const offersOf = (model: string, sets: readonly ObservedSet[]): Offer[] =>
  sets
    .filter((set) => set.model === model && set.accelerator === null)
    .flatMap(({ name, date, points }) =>
      points.flatMap((point): Offer[] => {
        if (point.usdPerMillionTokens === null) return []
        const input = INPUT_PRICE.exec(point.note)?.[1]
        return [
          {
            provider: point.name,
            tokensPerSecond: point.tokensPerSecond,
            usdPerMillionOutput: point.usdPerMillionTokens,
            usdPerMillionInput: input === undefined ? null : Number(input),
            set: name,
            date,
          },
        ]
      }),
    )
    .toSorted((a, b) => a.usdPerMillionOutput - b.usdPerMillionOutput || b.tokensPerSecond - a.tokensPerSecond)
