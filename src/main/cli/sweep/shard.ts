/** A share of a sweep's combinations: `index`, `index + of`, `index + 2 of`, both counted from 1. */
export interface Shard {
  readonly index: number
  readonly of: number
}

export const WHOLE: Shard = { index: 1, of: 1 }

/** How many of so many combinations a shard has. */
export const shardSize = ({ index, of }: Shard, combinations: number): number =>
  Math.max(0, Math.ceil((combinations - index + 1) / of))

/** The combination that comes after `done` others in a shard. */
export const combinationAt = ({ index, of }: Shard, done: number): number => index + done * of

export const shardName = ({ index, of }: Shard): string => `${index}/${of}`
