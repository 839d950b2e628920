import type { Database } from 'better-sqlite3'
import type { ReportTemplate } from '../../shared/contract/report-calls.ts'
import { reportSettingsSchema, type ReportSettings } from '../../shared/report/report-settings.ts'
import { InputError, parseInput } from '../../shared/scenario/input-error.ts'
import { parseJson } from '../../shared/scenario/parse-json.ts'
import { readable } from './readable.ts'

/** Report settings under names. Every method that is given an id throws an InputError where there is no such template. */
export interface TemplateStore {
  /** By name; one that this app cannot read is left out and told of. */
  list(): ReportTemplate[]
  /** Over `id`, or as a new one where it is null. @throws InputError where another has the name */
  save(id: number | null, name: string, settings: ReportSettings): ReportTemplate
  rename(id: number, name: string): ReportTemplate
  delete(id: number): void
}

interface Row {
  readonly id: number
  readonly name: string
  readonly settings: string
}

export function openTemplateStore(database: Database, now: () => number, log: (line: string) => void): TemplateStore {
  const all = database.prepare<[], Row>('SELECT id, name, settings FROM report_templates ORDER BY name, id')
  const one = database.prepare<[number], Row>('SELECT id, name, settings FROM report_templates WHERE id = ?')
  const named = database.prepare<[string], { id: number }>('SELECT id FROM report_templates WHERE name = ?')
  const insert = database.prepare<[string, string, number]>(
    'INSERT INTO report_templates (name, settings, saved_at) VALUES (?, ?, ?)',
  )
  const update = database.prepare<[string, string, number, number]>(
    'UPDATE report_templates SET name = ?, settings = ?, saved_at = ? WHERE id = ?',
  )
  const setName = database.prepare<[string, number]>('UPDATE report_templates SET name = ? WHERE id = ?')
  const remove = database.prepare<[number]>('DELETE FROM report_templates WHERE id = ?')

  const templateOf = ({ id, name, settings }: Row): ReportTemplate => ({
    id,
    name,
    settings: parseInput(reportSettingsSchema, parseJson(settings)),
  })
  const get = (id: number) => templateOf(one.get(id) ?? missing(id))
  const refuseTaken = (name: string, id: number | null) => {
    const other = named.get(name)
    if (other !== undefined && other.id !== id)
      throw new InputError('name', `"${name}" is the name of another template; choose another`)
  }
  return {
    list: () => all.all().flatMap((row) => readable(`report template "${row.name}"`, log, () => templateOf(row))),
    save(id, name, settings) {
      refuseTaken(name, id)
      const text = JSON.stringify(settings)
      if (id === null) return get(Number(insert.run(name, text, now()).lastInsertRowid))
      update.run(name, text, now(), id)
      return get(id)
    },
    rename(id, name) {
      refuseTaken(name, id)
      setName.run(name, id)
      return get(id)
    },
    delete(id) {
      if (remove.run(id).changes === 0) missing(id)
    },
  }
}

function missing(id: number): never {
  throw new InputError('', `there is no report template ${id}; it may have been deleted`)
}
