import type { Database } from 'better-sqlite3'

/** Every column of the tables and views, and every trigger, a line for each: "scenarios.name TEXT" and so on. */
export const shapeOf = (database: Database): string[] =>
  database
    .prepare<[], string>(
      `SELECT concat_ws(' ', tables.type, iif(tables.strict, 'strict', NULL), tables.name || '.' || columns.name, columns.type,
                        iif(columns."notnull", 'not null', NULL), iif(columns.pk, 'key', NULL), iif(columns.hidden, 'hidden', NULL))
       FROM pragma_table_list AS tables, pragma_table_xinfo(tables.name) AS columns
       WHERE tables.schema = 'main' AND tables.type IN ('table', 'view') AND tables.name NOT LIKE 'sqlite_%'
       UNION ALL SELECT 'trigger ' || name FROM sqlite_schema WHERE type = 'trigger'`,
    )
    .pluck()
    .all()
