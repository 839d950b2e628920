import type { ResultRecords } from '../library/result-records.ts'
import { versionList } from '../library/version-list.ts'
import type { Storage } from '../storage/storage.ts'
import type { CallHandlers } from './handle-calls.ts'

/** What scenarios were, and the numbers stored with them. */
export const versionHandlers = ({ versions, results }: Pick<Storage, 'versions' | 'results'>, records: ResultRecords) =>
  ({
    'versions.list': ({ scenario, before }) => versionList(versions, results, scenario, before),
    'versions.open': (id) => versions.open(id),
    'versions.keep': ({ scenario, by }) => void versions.keep(scenario, by),
    'versions.name': ({ id, name }) => void versions.setName(id, name),
    'results.record': (id) => records.record(id),
    'results.accept': (id) => records.accept(id),
    'results.compare': (id) => records.compare(id),
  }) satisfies Partial<CallHandlers>
