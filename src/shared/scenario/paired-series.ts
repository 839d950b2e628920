import { computedInputs } from './computed-inputs.ts'
import type { Scenario } from './scenario.ts'

/** Places of a series in two scenarios; null where it is in one only. */
export interface PairedSeries {
  readonly before: number | null
  readonly after: number | null
}

/**
 * Which series of two states of a scenario are the same one: by name, then by inputs, then by place among those left.
 * In the order of the later state, what was removed at the end.
 */
export function pairSeries(before: Scenario, after: Scenario): PairedSeries[] {
  const free = new Set(before.series.keys())
  const partner = new Map<number, number>()
  const pairBy = (same: (was: number, is: number) => boolean) => {
    for (const is of after.series.keys()) {
      if (partner.has(is)) continue
      const was = [...free].find((candidate) => same(candidate, is))
      if (was === undefined) continue
      free.delete(was)
      partner.set(is, was)
    }
  }
  pairBy((was, is) => was === is && before.series[was]!.name === after.series[is]!.name)
  pairBy((was, is) => before.series[was]!.name === after.series[is]!.name)
  const inputsBefore = before.series.map((series) => computedInputs(series, before))
  const inputsAfter = after.series.map((series) => computedInputs(series, after))
  pairBy((was, is) => inputsBefore[was] === inputsAfter[is])
  pairBy((was, is) => was === is)
  return [
    ...after.series.map((_, is) => ({ before: partner.get(is) ?? null, after: is })),
    ...[...free].map((was) => ({ before: was, after: null })),
  ]
}
