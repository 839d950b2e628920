import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterEach, beforeEach } from 'vitest'
import { openStorage, type Storage } from '../../src/main/storage/storage.ts'
import { BUILT_IN_CATALOG, type Catalog } from '../../src/shared/catalog/builtin.ts'

/** A storage in a new folder for each test, whose clock goes by `tick` milliseconds whenever it is read. */
export function storageUnderTest(tick: number) {
  let folder: string
  let storage: Storage
  const open = (builtIn: Catalog = BUILT_IN_CATALOG): Storage =>
    openStorage({
      path: state.path,
      now: () => (state.clock += tick) - tick,
      log: (line) => state.logged.push(line),
      builtIn,
    })
  const state = {
    clock: 1000,
    logged: [] as string[],
    get path() {
      return join(folder, 'data.sqlite')
    },
    get storage() {
      return storage
    },
    reopen: (builtIn?: Catalog) => {
      storage.close()
      storage = open(builtIn)
    },
    /** Opens an empty one. */
    startOver: (builtIn: Catalog) => {
      storage.close()
      rmSync(state.path)
      storage = open(builtIn)
    },
    /** Changes the file as another program could. */
    meddle: (sql: string) => {
      const database = new Sqlite(state.path)
      database.exec(sql)
      database.close()
    },
  }
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'paretoscope-storage-'))
    state.clock = 1000
    state.logged = []
    storage = open()
  })
  afterEach(() => {
    storage.close()
    rmSync(folder, { recursive: true })
  })
  return state
}
