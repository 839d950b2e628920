import type { CallOutput } from '../../shared/contract/contract.ts'
import type { Version } from '../../shared/contract/library-calls.ts'
import { preferredChanges } from '../../shared/report/preferred-changes.ts'
import { scenarioChanges } from '../../shared/report/scenario-changes.ts'
import { computedInputs } from '../../shared/scenario/computed-inputs.ts'
import { pairSeries } from '../../shared/scenario/paired-series.ts'
import type { Scenario } from '../../shared/scenario/scenario.ts'
import type { ResultStore, StoredResult } from '../storage/result-store.ts'
import type { VersionStore } from '../storage/version-store.ts'
import { sha256 } from '../sha256.ts'

/** Versions of a page. */
const PAGE = 50

/** A version's scenario with the results stored with it; in words why, where it cannot be read. */
type Read = { readonly scenario: Scenario; readonly results: readonly StoredResult[] } | string

function difference(before: Read | undefined, after: Read): Pick<Version, 'changes' | 'preferred' | 'problem'> {
  if (typeof after === 'string') return { changes: [], preferred: [], problem: after }
  if (typeof before === 'string') return { changes: [], preferred: [], problem: null }
  const frontierOf = ({ scenario, results }: Exclude<Read, string>, place: number | null) => {
    if (place === null) return null
    const asked = sha256(computedInputs(scenario.series[place]!, scenario))
    return results.find((result) => result.asked === asked)?.frontier ?? null
  }
  const pairs =
    before === undefined
      ? after.scenario.series.map((_, place) => ({ before: null, after: place }))
      : pairSeries(before.scenario, after.scenario)
  return {
    changes: before === undefined ? [] : scenarioChanges(before.scenario, after.scenario),
    preferred: preferredChanges(
      pairs.flatMap((pair) =>
        pair.after === null
          ? []
          : [
              {
                name: after.scenario.series[pair.after]!.name,
                before: before === undefined ? null : frontierOf(before, pair.before),
                after: frontierOf(after, pair.after),
              },
            ],
      ),
      after.scenario.readings.speedWeight,
    ),
    problem: null,
  }
}

/** A page of a scenario's versions, the newest first, each with what is not as in the one before. */
export function versionList(
  versions: Pick<VersionStore, 'list' | 'open'>,
  results: Pick<ResultStore, 'ofMany'>,
  scenario: number,
  before: number | null,
): CallOutput<'versions.list'> {
  const listed = versions.list(scenario, before, PAGE + 1)
  const stored = results.ofMany(listed.map(({ id }) => id))
  const read = listed.map(({ id }): Read => {
    try {
      return { scenario: versions.open(id), results: stored.get(id) ?? [] }
    } catch (error) {
      return error instanceof Error ? error.message : String(error)
    }
  })
  return {
    versions: listed.slice(0, PAGE).map(({ id, savedAt, keptBy, name }, i) => ({
      id,
      savedAt,
      keptBy,
      name,
      ...difference(read[i + 1], read[i]!),
    })),
    more: listed.length > PAGE,
  }
}
