import { grouped, listed } from '../../../shared/report/format.ts'
import type { ImportOutcome } from './archive-store.ts'
import type { LibraryCounts } from './library-counts.ts'

const scenarios = (count: number): string => `${grouped(count)} ${count === 1 ? 'scenario' : 'scenarios'}`
const entries = (count: number): string => `${grouped(count)} ${count === 1 ? 'catalog entry' : 'catalog entries'}`

type Counted = readonly [count: number, says: string]
const some = (...parts: readonly Counted[]): string[] => parts.flatMap(([count, says]) => (count === 0 ? [] : [says]))

/** "12 scenarios, 1 in the bin and 3 catalog entries" */
export const countsInWords = ({ scenarios: count, inBin, accelerators, models }: LibraryCounts): string =>
  listed([
    scenarios(count),
    ...some([inBin, `${grouped(inBin)} in the bin`], [accelerators + models, entries(accelerators + models)]),
  ])

/** What an import did: "3 scenarios added, 1 scenario replaced (yours is its earlier version)." */
export function importInWords({ scenarios: done, entries: catalog }: ImportOutcome): string {
  const replaced = done.replaced.length
  const parts = some(
    [done.added, `${scenarios(done.added)} added`],
    [replaced, `${scenarios(replaced)} replaced, with yours as an earlier version`],
    [done.beside, `${scenarios(done.beside)} kept beside yours`],
    [catalog.added, `${entries(catalog.added)} added`],
    [catalog.replaced, `${entries(catalog.replaced)} replaced, with yours in the change log`],
    [catalog.beside, `${entries(catalog.beside)} kept beside yours`],
  )
  return parts.length === 0
    ? 'Nothing was imported: all of it is here as it is there, or stays as you have it.'
    : `${parts.join('; ')}.`
}
