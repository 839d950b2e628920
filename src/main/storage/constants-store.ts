import type { Database } from 'better-sqlite3'
import { constantsSetSchema, OWN_SET_PREFIX, type OwnConstants } from '../../shared/catalog/constants-set.ts'
import type { KeptSet } from '../../shared/contract/calibration-calls.ts'
import { InputError, parseInput } from '../../shared/scenario/input-error.ts'
import { parseJson } from '../../shared/scenario/parse-json.ts'
import { sha256 } from '../sha256.ts'
import { readable } from './readable.ts'

/** Sets of constants that a person fitted and keeps. */
export interface ConstantsStore {
  /** By name; one that this app cannot read is left out and told of. */
  list(): KeptSet[]
  /** Under an id made from its name and values, so that one id never stands for other numbers. */
  keep(set: OwnConstants): KeptSet
  /** @throws InputError where there is no such set */
  rename(id: string, name: string): void
  /** @throws InputError where there is no such set */
  delete(id: string): void
}

interface Row {
  readonly id: string
  readonly document: string
  readonly savedAt: number
}

function idOf({ name, values }: OwnConstants): string {
  const slug = name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
    .slice(0, 40)
  return `${OWN_SET_PREFIX}${slug === '' ? 'set' : slug}-${sha256(JSON.stringify(values)).slice(0, 8)}`
}

export function openConstantsStore(database: Database, now: () => number, log: (line: string) => void): ConstantsStore {
  const all = database.prepare<[], Row>('SELECT id, document, saved_at AS savedAt FROM constant_sets ORDER BY id')
  const one = database.prepare<[string], Row>(
    'SELECT id, document, saved_at AS savedAt FROM constant_sets WHERE id = ?',
  )
  const put = database.prepare<[string, string, number]>(
    `INSERT INTO constant_sets (id, document, saved_at) VALUES (?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET document = excluded.document, saved_at = excluded.saved_at`,
  )
  const remove = database.prepare<[string]>('DELETE FROM constant_sets WHERE id = ?')

  const read = ({ id, document, savedAt }: Row): KeptSet => ({
    id,
    ...parseInput(constantsSetSchema, parseJson(document)),
    savedAt,
  })
  const get = (id: string): KeptSet => {
    const row = one.get(id)
    if (row === undefined)
      throw new InputError('id', `is "${id}", which is no set that is kept; it may have been deleted`)
    return read(row)
  }
  return {
    list: () =>
      all
        .all()
        .flatMap((row) => readable(`set of constants ${row.id}`, log, () => read(row)))
        .toSorted((a, b) => a.name.localeCompare(b.name, 'en')),
    keep(set) {
      const id = idOf(set)
      put.run(id, JSON.stringify(set), now())
      return get(id)
    },
    rename(id, name) {
      const { notes, values, savedAt } = get(id)
      put.run(id, JSON.stringify({ name, notes, values }), savedAt)
    },
    delete(id) {
      get(id)
      remove.run(id)
    },
  }
}
