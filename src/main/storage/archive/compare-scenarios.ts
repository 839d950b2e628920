import type { Database } from 'better-sqlite3'
import type { ArchiveState } from '../../../shared/contract/archive-calls.ts'
import { parseScenario } from '../../../shared/scenario/scenario-file.ts'
import { documentWithEntryIds, type EntryIds } from './entry-ids.ts'
import { groupedBy } from './grouped-by.ts'
import { freeImportedName } from './imported-name.ts'

/** A scenario of the archive against those that are here. */
export interface ComparedScenario {
  readonly id: number
  readonly name: string
  readonly savedAt: number
  readonly deletedAt: number | null
  readonly state: ArchiveState
  /** The one here that it differs from. */
  readonly mine: { readonly id: number; readonly savedAt: number } | null
  /** The name that it gets where both are kept. */
  readonly nameBeside: string
}

interface Row {
  readonly id: number
  readonly name: string
  readonly createdAt: number
  readonly savedAt: number
  readonly deletedAt: number | null
}

const rowsOf = (database: Database): Row[] =>
  database
    .prepare<[], Row>(
      `SELECT id, name, created_at AS createdAt, saved_at AS savedAt, deleted_at AS deletedAt
       FROM scenarios ORDER BY saved_at DESC, id DESC`,
    )
    .all()

/** As this app would write it, so that fields which a newer one added make no difference. */
function normalForm(document: string): string {
  try {
    return JSON.stringify(parseScenario(document))
  } catch {
    return document
  }
}

const withName = (document: string, name: string): string => JSON.stringify({ ...parseScenario(document), name })

/**
 * Every scenario of an archive against those of the same name that are here, each of which is the counterpart of one at most:
 * first those that are the same, then those that were made at the same moment, then those saved last. What is in the
 * archive's bin is the same as one here, or new in the bin.
 * @param ids what entries of the archive are known by here
 */
export function compareScenarios(mine: Database, theirs: Database, ids: EntryIds): ComparedScenario[] {
  const byName = groupedBy(rowsOf(mine), ({ name }) => name)
  const documentIn = (database: Database) => {
    const document = database.prepare<[number], string>('SELECT document FROM scenarios WHERE id = ?').pluck()
    return (id: number): string => document.get(id)!
  }
  const [myDocument, theirDocument] = [documentIn(mine), documentIn(theirs)]
  const taken = new Set<number>()
  const free = (name: string): Row[] => (byName.get(name) ?? []).filter(({ id }) => !taken.has(id))
  const isSame = (here: Row, document: string): boolean => {
    const other = myDocument(here.id)
    return other === document || normalForm(other) === normalForm(document)
  }
  const take = (here: Row | undefined): Row | undefined => {
    if (here !== undefined) taken.add(here.id)
    return here
  }

  const compared = rowsOf(theirs).map((row) => {
    const { free: nameBeside, taken: besides } = freeImportedName(row.name, (name) => byName.has(name))
    const candidates = [row.name, ...besides].filter((name) => byName.has(name))
    const found = { row, nameBeside, isSame: false }
    if (candidates.length === 0) return found
    const document = documentWithEntryIds(theirDocument(row.id), ids)
    const same = candidates.some((name) => {
      const wanted = name === row.name ? document : withName(document, name)
      const mayBe = free(name).filter(({ deletedAt }) => row.deletedAt !== null || deletedAt === null)
      return take(mayBe.find((here) => isSame(here, wanted))) !== undefined
    })
    return { ...found, isSame: same }
  })
  return compared.map(({ row, nameBeside, isSame: same }): ComparedScenario => {
    const { id, name, savedAt, deletedAt } = row
    const facts = { id, name, savedAt, deletedAt, nameBeside }
    if (same) return { ...facts, state: 'same', mine: null }
    const others = deletedAt === null ? free(name).filter((here) => here.deletedAt === null) : []
    const here = take(others.find(({ createdAt }) => createdAt === row.createdAt) ?? others[0])
    return here === undefined
      ? { ...facts, state: 'new', mine: null }
      : { ...facts, state: 'differs', mine: { id: here.id, savedAt: here.savedAt } }
  })
}
