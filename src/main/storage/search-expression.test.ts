import Sqlite from 'better-sqlite3'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { searchExpression } from './search-expression.ts'

const TEXTS = [
  'Llama-3.3 70B on H100',
  'NEAR the column name',
  'GPT-4 (guessed)',
  'C* AND "quoted" OR not',
  'Größe Überblick',
]

let database: Sqlite.Database
beforeAll(() => {
  database = new Sqlite(':memory:')
  database.exec(`CREATE VIRTUAL TABLE t USING fts5 (name, notes, tokenize = 'unicode61 remove_diacritics 2')`)
  for (const text of TEXTS) database.prepare('INSERT INTO t (name) VALUES (?)').run(text)
})
afterAll(() => database.close())

test.each<[string, number[]]>([
  ['llama', [1]],
  ['LLA', [1]],
  ['llama-3.3', [1]],
  ['llama-70b', []],
  ['70b llama', [1]],
  ['h1', [1]],
  ['gpt-4', [3]],
  ['(gpt', [3]],
  ['grosse', []],
  ['große', [5]],
  ['uberb', [5]],
  // Operators, columns, prefixes and quotes are words like any other.
  ['NEAR', [2]],
  ['NEAR(', [2]],
  ['name:llama', []],
  ['column', [2]],
  ['AND', [4]],
  ['llama OR gpt', []],
  ['NOT', [4]],
  ['"quoted"', [4]],
  ['"', []],
  ['quoted" OR "llama', []],
  ['c*', [2, 4]],
  ['^llama', [1]],
  ['{name notes} : llama', []],
  ['-- ; DROP TABLE t', []],
  ['a\0b', []],
  ['😀', []],
  ['llama '.repeat(500), [1]],
])('%j finds %j', (typed, rows) => {
  const expression = searchExpression(typed)
  const found =
    expression === null
      ? []
      : database.prepare('SELECT rowid FROM t WHERE t MATCH ? ORDER BY rowid').pluck().all(expression)
  expect(found).toEqual(rows)
})

test.each(['', '   ', '"', '***', '--', '( ) : ^', '\0'])('%j asks for nothing', (typed) => {
  expect(searchExpression(typed)).toBeNull()
})
