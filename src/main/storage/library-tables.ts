/**
 * Folders, tags, favourites, the full-text index, versions, and the results stored with them. What is there already moves
 * along: each scenario is indexed and is its own first version.
 */
export const libraryTables = `
  CREATE TABLE folders (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    parent INTEGER REFERENCES folders (id),
    name TEXT NOT NULL
  ) STRICT;

  CREATE INDEX folders_by_parent ON folders (parent);

  ALTER TABLE scenarios ADD COLUMN folder INTEGER REFERENCES folders (id);
  ALTER TABLE scenarios ADD COLUMN favourite INTEGER NOT NULL DEFAULT 0 CHECK (favourite IN (0, 1));
  ALTER TABLE scenarios ADD COLUMN opened_at INTEGER;

  -- Lists are made from this alone: the columns behind a document that spills over its page are slow to read.
  DROP INDEX scenarios_by_time;
  CREATE INDEX scenarios_listed
    ON scenarios (deleted_at, saved_at DESC, id DESC, name, created_at, opened_at, folder, favourite);

  CREATE TABLE tags (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL COLLATE NOCASE UNIQUE
  ) STRICT;

  CREATE TABLE scenario_tags (
    scenario INTEGER NOT NULL REFERENCES scenarios (id) ON DELETE CASCADE,
    tag INTEGER NOT NULL REFERENCES tags (id) ON DELETE CASCADE,
    PRIMARY KEY (scenario, tag)
  ) STRICT, WITHOUT ROWID;

  CREATE INDEX scenario_tags_by_tag ON scenario_tags (tag, scenario);

  -- All that is searched of a scenario; a document of any shape gives some text.
  CREATE VIEW scenario_texts (id, name, notes, series, models, accelerators, tags) AS
  SELECT id, name,
    concat_ws(' ', document ->> '$.notes', (
      SELECT group_concat(CASE type WHEN 'object' THEN value ->> '$.notes' END, ' ')
      FROM json_each(document, '$.series'))),
    (SELECT group_concat(CASE type WHEN 'object' THEN value ->> '$.name' END, ' ')
      FROM json_each(document, '$.series')),
    (SELECT group_concat(CASE type WHEN 'object' THEN
        concat_ws(' ', value ->> '$.model', value ->> '$.speculative.draft') END, ' ')
      FROM json_each(document, '$.series')),
    (SELECT group_concat(CASE type WHEN 'object' THEN value ->> '$.accelerator' END, ' ')
      FROM json_each(document, '$.series')),
    (SELECT group_concat(tags.name, ' ') FROM scenario_tags JOIN tags ON tags.id = tag WHERE scenario = scenarios.id)
  FROM scenarios;

  CREATE VIRTUAL TABLE scenario_search USING fts5 (
    name, notes, series, models, accelerators, tags,
    content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3'
  );

  INSERT INTO scenario_search (rowid, name, notes, series, models, accelerators, tags) SELECT * FROM scenario_texts;

  CREATE TABLE versions (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    scenario INTEGER NOT NULL REFERENCES scenarios (id) ON DELETE CASCADE,
    began_at INTEGER NOT NULL,
    saved_at INTEGER NOT NULL,
    -- What makes it stay as it is; null: edits alone.
    kept_by TEXT CHECK (kept_by IN ('save', 'restore', 'figures')),
    name TEXT,
    -- Deflated JSON; null: the present one, whose document is the scenario's own.
    document BLOB
  ) STRICT;

  CREATE INDEX versions_by_scenario ON versions (scenario, id);
  CREATE UNIQUE INDEX present_versions ON versions (scenario) WHERE document IS NULL;

  INSERT INTO versions (scenario, began_at, saved_at) SELECT id, created_at, saved_at FROM scenarios;

  -- Catalog entries as they were when something was computed with them, each once.
  CREATE TABLE entry_snapshots (
    hash TEXT PRIMARY KEY NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('accelerator', 'model')),
    entry TEXT NOT NULL CHECK (json_valid(entry))
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE results (
    version INTEGER NOT NULL REFERENCES versions (id) ON DELETE CASCADE,
    -- SHA-256 of the series as it was written, and of what it was resolved to.
    asked TEXT NOT NULL,
    inputs TEXT NOT NULL,
    rules TEXT NOT NULL,
    app_version TEXT NOT NULL,
    computed_at INTEGER NOT NULL,
    accelerator TEXT NOT NULL REFERENCES entry_snapshots (hash),
    model TEXT NOT NULL REFERENCES entry_snapshots (hash),
    draft TEXT REFERENCES entry_snapshots (hash),
    -- Speed, cost, GPUs and batch of every point, as little-endian doubles.
    frontier BLOB NOT NULL,
    PRIMARY KEY (version, asked)
  ) STRICT;
`
