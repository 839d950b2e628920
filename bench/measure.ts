export interface Measurement {
  readonly medianMs: number
  readonly leastMs: number
  readonly mostMs: number
}

/** Times `work` after one run to warm up (none where it is timed once only). */
export async function measure(runs: number, work: () => Promise<unknown>): Promise<Measurement> {
  if (runs > 1) await work()
  const times: number[] = []
  for (let i = 0; i < runs; i++) {
    const begun = performance.now()
    await work()
    times.push(performance.now() - begun)
  }
  return spreadOf(times)
}

/** @param times milliseconds, at least one */
export function spreadOf(times: readonly number[]): Measurement {
  const sorted = times.toSorted((a, b) => a - b)
  return { medianMs: sorted[Math.floor(sorted.length / 2)]!, leastMs: sorted[0]!, mostMs: sorted.at(-1)! }
}
