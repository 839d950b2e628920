import type { Database } from 'better-sqlite3'
import { constantsSetSchema, ownSetId } from '../../../shared/catalog/constants-set.ts'
import { InputError, parseInput } from '../../../shared/scenario/input-error.ts'
import { parseJson } from '../../../shared/scenario/parse-json.ts'

interface Row {
  readonly id: string
  readonly document: string
  readonly savedAt: number
}

/**
 * Takes over the sets of constants that are not here yet. One id stands for the same values everywhere, so that there is nothing
 * to choose; one that this app cannot read is left out, as a list of them would.
 */
export function importConstants(mine: Database, theirs: Database): void {
  const put = mine.prepare<[string, string, number]>(
    'INSERT INTO constant_sets (id, document, saved_at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
  )
  const rows = theirs.prepare<[], Row>('SELECT id, document, saved_at AS savedAt FROM constant_sets').all()
  for (const { id, document, savedAt } of rows) if (isReadable(id, document)) put.run(id, document, savedAt)
}

function isReadable(id: string, document: string): boolean {
  try {
    parseInput(ownSetId, id)
    parseInput(constantsSetSchema, parseJson(document))
    return true
  } catch (error) {
    if (error instanceof InputError) return false
    throw error
  }
}
