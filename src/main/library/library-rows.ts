import type { LibraryRow, ThumbnailLine } from '../../shared/contract/library-calls.ts'
import { thumbnailPaths } from '../../shared/report/thumbnail.ts'
import { computedInputs } from '../../shared/scenario/computed-inputs.ts'
import { parseScenario } from '../../shared/scenario/scenario-file.ts'
import type { Scenario } from '../../shared/scenario/scenario.ts'
import type { LibraryStore, StoredRow } from '../storage/library-store.ts'
import type { ResultStore, StoredResult } from '../storage/result-store.ts'
import { sha256 } from '../sha256.ts'

/** More lines than this are not told apart in a thumbnail. */
const MOST_LINES = 12

/** Lines of the series that are shown and whose results are of their inputs as they are now. */
function thumbnail(scenario: Scenario, results: readonly StoredResult[]): ThumbnailLine[] {
  const lines = scenario.series
    .flatMap((series, place) => {
      if (series.hidden) return []
      const asked = sha256(computedInputs(series, scenario))
      const result = results.find((one) => one.asked === asked)
      return result === undefined ? [] : [{ series, place, frontier: result.frontier }]
    })
    .slice(0, MOST_LINES)
  const paths = thumbnailPaths(lines.map(({ frontier }) => frontier))
  return lines
    .map(({ series, place }, i) => ({ path: paths[i]!, place, colour: series.colour, dash: series.dash }))
    .filter(({ path }) => path !== '')
}

function contents(document: string, results: readonly StoredResult[]) {
  try {
    const scenario = parseScenario(document)
    const drafts = scenario.series.flatMap(({ speculative }) => (speculative === null ? [] : [speculative.draft]))
    return {
      series: scenario.series.length,
      models: [...new Set([...scenario.series.map(({ model }) => model), ...drafts])],
      accelerators: [...new Set(scenario.series.map(({ accelerator }) => accelerator))],
      thumbnail: results.length === 0 ? [] : thumbnail(scenario, results),
      problem: null,
    }
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error)
    return { series: 0, models: [], accelerators: [], thumbnail: [], problem }
  }
}

/** Saved scenarios as a list shows them; one that cannot be read is shown with the reason. */
export function libraryRows(
  library: Pick<LibraryStore, 'rows'>,
  results: Pick<ResultStore, 'ofMany'>,
  ids: readonly number[],
): LibraryRow[] {
  const rows = library.rows(ids)
  const stored = results.ofMany(rows.map(({ version }) => version))
  return rows.map(({ document, version, tags, ...row }: StoredRow) => ({
    ...row,
    tags: [...tags],
    ...contents(document, stored.get(version) ?? []),
  }))
}
