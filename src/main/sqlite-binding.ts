/**
 * Another build of SQLite's native part than better-sqlite3's own, which development on an older Electron needs. A packaged
 * app loads code from nowhere but its own folder, whatever the environment says.
 */
export const sqliteBinding = (isPackaged: boolean, env: NodeJS.ProcessEnv): string | undefined =>
  isPackaged ? undefined : env['PARETOSCOPE_SQLITE_BINDING']
