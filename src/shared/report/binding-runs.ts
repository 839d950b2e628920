import { bindingPart, type AnyTermId } from '../search/binding.ts'
import type { FrontierPoints } from '../search/frontier-points.ts'

/** A stretch of a frontier along which the same part takes most of the time, or a few take turns. */
export interface BindingRun {
  /** What takes most of it first. */
  readonly parts: readonly { readonly id: AnyTermId; readonly label: string }[]
  /** Tokens per second of one user at its ends. */
  readonly fastest: number
  readonly slowest: number
}

const span = ({ fastest, slowest }: BindingRun): number => Math.log(fastest / slowest)

/**
 * A frontier by the part that binds, fastest stretch first; two stretches meet half way between their points (log). Where
 * parts are so near each other that they take turns, their short stretches are told as one.
 * @param leastRatio of the speeds at the ends of a stretch that is told by itself
 */
export function bindingRuns(points: FrontierPoints, leastRatio: number): BindingRun[] {
  const isShort = (run: BindingRun) => span(run) < Math.log(leastRatio)
  const runs: BindingRun[] = []
  let turns: BindingRun[] = []
  const close = () => {
    if (turns.length > 0) runs.push(asOne(turns))
    turns = []
  }
  for (const run of exactRuns(points)) {
    if (!isShort(run)) close()
    if (isShort(run)) turns.push(run)
    else runs.push(run)
  }
  close()
  return runs
}

function exactRuns(points: FrontierPoints): BindingRun[] {
  const runs: BindingRun[] = []
  for (const [i, slowest] of points.tokensPerSecond.entries()) {
    const { id, label } = bindingPart(points, i)
    const last = runs.at(-1)
    if (last?.parts[0]!.id === id) {
      runs[runs.length - 1] = { ...last, slowest }
      continue
    }
    const meeting = last === undefined ? slowest : Math.sqrt(last.slowest * slowest)
    if (last !== undefined) runs[runs.length - 1] = { ...last, slowest: meeting }
    runs.push({ parts: [{ id, label }], fastest: meeting, slowest })
  }
  return runs
}

/** Neighbouring stretches as one, its parts by how much of it they have. */
function asOne(turns: readonly BindingRun[]): BindingRun {
  const parts = new Map(turns.map(({ parts: [part] }) => [part!.id, part!]))
  const share = (id: AnyTermId) =>
    turns.filter((run) => run.parts[0]!.id === id).reduce((sum, run) => sum + span(run), 0)
  return {
    parts: [...parts.values()].toSorted((a, b) => share(b.id) - share(a.id)),
    fastest: turns[0]!.fastest,
    slowest: turns.at(-1)!.slowest,
  }
}
