import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { RunCommand } from '../command.ts'
import { repositoryFolder } from '../repository.ts'
import { Stop } from '../stop.ts'
import { temporaryFolder } from '../testing/temporary-folder.ts'
import { forNodeApi9, makeSqliteBinding, sqliteBindingFolder } from './sqlite-binding.ts'

/** node-gyp leaves a binary in the folder it runs in; Electron, asked to load it, says `answer`. */
function pretendRun(answer: string, commands: string[] = []): RunCommand {
  return async (command, args, options) => {
    commands.push(command)
    if (!args.includes('rebuild')) return { code: 0, stdout: answer, stderr: '' }
    const release = join(options?.cwd ?? '', 'build', 'Release')
    mkdirSync(release, { recursive: true })
    writeFileSync(join(release, 'better_sqlite3.node'), 'binary')
    return { code: 0, stdout: '', stderr: '' }
  }
}

const tools = { log: () => {}, env: {}, requireCompilers: async () => {}, electron: 'electron' }

describe('makeSqliteBinding', () => {
  it('builds once and keeps the result by versions', async () => {
    const cache = temporaryFolder()
    const file = await makeSqliteBinding(cache, '33.0.0', { ...tools, run: pretendRun('42') })
    expect(file).toMatch(/better-sqlite3-\d+\.\d+\.\d+-electron-33\.0\.0-linux-x64.better_sqlite3\.node$/)
    expect(readFileSync(file, 'utf8')).toBe('binary')
    const commands: string[] = []
    await makeSqliteBinding(cache, '33.0.0', { ...tools, run: pretendRun('42', commands) })
    expect(commands).toEqual([])
  })

  it('keeps no binary that Electron cannot load', async () => {
    const cache = temporaryFolder()
    await expect(makeSqliteBinding(cache, '33.0.0', { ...tools, run: pretendRun('') })).rejects.toThrow(/does not load/)
    expect(existsSync(sqliteBindingFolder(cache, '33.0.0'))).toBe(false)
  })

  it('stops before building when compilers are missing', async () => {
    const commands: string[] = []
    const requireCompilers = () => Promise.reject(new Stop('no compiler'))
    const made = makeSqliteBinding(temporaryFolder(), '33.0.0', {
      ...tools,
      requireCompilers,
      run: pretendRun('42', commands),
    })
    await expect(made).rejects.toThrow('no compiler')
    expect(commands).toEqual([])
  })
})

describe('forNodeApi9', () => {
  it('changes the build description that is installed', () => {
    const original = readFileSync(join(repositoryFolder, 'node_modules/better-sqlite3/binding.gyp'), 'utf8')
    const changed = forNodeApi9(original)
    expect(changed).toContain(
      "'defines': ['NAPI_EXPERIMENTAL', 'NODE_API_EXPERIMENTAL_NOGC_ENV_OPT_OUT', 'NAPI_DISABLE_CPP_EXCEPTIONS'",
    )
    expect(changed).toContain("'ldflags': ['-Wl,-Bsymbolic', '-Wl,--exclude-libs,ALL']")
    expect(changed).not.toContain('-flto')
  })

  it('says so when a new version looks different', () => {
    expect(() => forNodeApi9("'defines': ['NAPI_VERSION=11']")).toThrow(Stop)
  })
})
