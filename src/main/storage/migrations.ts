import { libraryTables } from './library-tables.ts'

/** SQL that takes the database from one version to the next. */
export type Migration = string

const catalogTables = `
  CREATE TABLE accelerators (
    id TEXT NOT NULL,
    origin TEXT NOT NULL CHECK (origin IN ('paper', 'built-in', 'user')),
    entry TEXT NOT NULL CHECK (json_valid(entry)),
    changed_at INTEGER NOT NULL,
    PRIMARY KEY (id, origin)
  ) STRICT;

  CREATE TABLE models (
    id TEXT NOT NULL,
    origin TEXT NOT NULL CHECK (origin IN ('paper', 'built-in', 'user')),
    entry TEXT NOT NULL CHECK (json_valid(entry)),
    changed_at INTEGER NOT NULL,
    PRIMARY KEY (id, origin)
  ) STRICT;
`

const scenarioTable = `
  CREATE TABLE scenarios (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL,
    document TEXT NOT NULL CHECK (json_valid(document)),
    created_at INTEGER NOT NULL,
    saved_at INTEGER NOT NULL,
    deleted_at INTEGER
  ) STRICT;

  CREATE INDEX scenarios_by_time ON scenarios (saved_at DESC) WHERE deleted_at IS NULL;
`

const settingsTable = `
  CREATE TABLE settings (
    name TEXT PRIMARY KEY NOT NULL,
    value TEXT NOT NULL CHECK (json_valid(value))
  ) STRICT;
`

/** What a person did to the entries of their own, and what their copies were made of. */
const catalogChangeTables = `
  CREATE TABLE catalog_changes (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    catalog TEXT NOT NULL CHECK (catalog IN ('accelerators', 'models')),
    entry_id TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('created', 'changed', 'deleted')),
    before TEXT CHECK (before IS NULL OR json_valid(before)),
    after TEXT CHECK (after IS NULL OR json_valid(after)),
    changed_at INTEGER NOT NULL,
    CHECK ((before IS NULL) = (kind = 'created') AND (after IS NULL) = (kind = 'deleted'))
  ) STRICT;

  CREATE INDEX catalog_changes_by_entry ON catalog_changes (catalog, entry_id);

  CREATE TABLE catalog_copies (
    catalog TEXT NOT NULL CHECK (catalog IN ('accelerators', 'models')),
    entry_id TEXT NOT NULL,
    copied_from TEXT NOT NULL,
    original TEXT NOT NULL CHECK (json_valid(original)),
    PRIMARY KEY (catalog, entry_id)
  ) STRICT;
`

const reportTemplatesTable = `
  CREATE TABLE report_templates (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL UNIQUE,
    settings TEXT NOT NULL CHECK (json_valid(settings)),
    saved_at INTEGER NOT NULL
  ) STRICT;
`

/** Constants of the standard rules that a person fitted to measurements of their own. */
const constantSetsTable = `
  CREATE TABLE constant_sets (
    id TEXT PRIMARY KEY NOT NULL,
    document TEXT NOT NULL CHECK (json_valid(document)),
    saved_at INTEGER NOT NULL
  ) STRICT;
`

/**
 * All of them, oldest first; the database's user_version counts how many it has had. Released ones are never edited:
 * a change is a new one at the end, with a test that moves data through it.
 */
export const MIGRATIONS: readonly Migration[] = [
  catalogTables,
  scenarioTable,
  settingsTable,
  libraryTables,
  catalogChangeTables,
  reportTemplatesTable,
  constantSetsTable,
]
