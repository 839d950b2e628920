import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openDatabase } from '../../src/main/storage/open-database.ts'
import { temporaryFolder } from '../../tools/testing/temporary-folder.ts'

const text = readFileSync('docs/storage.md', 'utf8')
const codeIn = (line: string): string[] => [...line.matchAll(/`([^`]+)`/g)].map(([, code]) => code!)

/** "table.column" of each row of the document's table of the schema. */
function documentedColumns(): string[] {
  const rows = text.slice(text.indexOf('| table | column |'), text.indexOf('`application_id`')).split('\n').slice(2)
  let tables: string[] = []
  return rows.flatMap((row) => {
    const [, table = '', columns = ''] = row.split('|')
    if (table.trim() !== '') tables = codeIn(table)
    return codeIn(columns).flatMap((column) => tables.map((name) => `${name}.${column}`))
  })
}

test('docs/storage.md tells every table and column, and no other', () => {
  const database = openDatabase({ path: join(temporaryFolder(), 'data.sqlite') })
  const columns = database
    .prepare(
      `SELECT tables.name || '.' || columns.name FROM sqlite_schema AS tables, pragma_table_info(tables.name) AS columns
       WHERE tables.type = 'table' AND tables.name NOT LIKE 'sqlite_%'`,
    )
    .pluck()
    .all()
  database.close()
  expect(new Set(documentedColumns())).toEqual(new Set(columns))
})

test('the tests that docs/storage.md names exist', () => {
  const named = codeIn(text).filter((code) => /\.(test|spec)\.ts$/.test(code))
  expect(named.length).toBeGreaterThan(10)
  expect(named.filter((file) => !existsSync(file) && !existsSync(join('src/main/storage', file)))).toEqual([])
})
