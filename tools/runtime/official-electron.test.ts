import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { RunCommand } from '../command.ts'
import { temporaryFolder } from '../testing/temporary-folder.ts'
import { downloadOfficialElectron, FailedDownload, findOfficialElectron } from './official-electron.ts'

/** A repository with electron 45.0.0 installed and, of the files its installer writes, the ones given. */
function repositoryWith(files: Record<string, string>): string {
  const root = temporaryFolder()
  const electron = join(root, 'node_modules', 'electron')
  mkdirSync(join(electron, 'dist'), { recursive: true })
  for (const [name, text] of Object.entries({ 'package.json': '{"version":"45.0.0"}', ...files }))
    writeFileSync(join(electron, name), text)
  return root
}

const complete = { 'dist/version': '45.0.0', 'dist/electron': '', 'path.txt': 'electron' }

describe('findOfficialElectron', () => {
  it('finds a complete installation', () => {
    const root = repositoryWith(complete)
    const distPath = join(root, 'node_modules', 'electron', 'dist')
    expect(findOfficialElectron(root)).toEqual({ version: '45.0.0', distPath, executable: join(distPath, 'electron') })
  })

  it.each([
    ['nothing', {}],
    ['an unpacking that was interrupted', { 'dist/version': '45.0.0', 'dist/electron': '' }],
    ['another version', { ...complete, 'dist/version': '44.0.0' }],
    ['a missing executable', { 'dist/version': '45.0.0', 'path.txt': 'electron' }],
  ])('does not take %s for one', (_what, files) => {
    expect(findOfficialElectron(repositoryWith(files))).toBeUndefined()
  })
})

describe('downloadOfficialElectron', () => {
  const fails =
    (code: number, stderr: string, limits: number[] = []): RunCommand =>
    async (_command, _args, options) => {
      limits.push(options?.timeLimitMs ?? 0)
      return { code, stdout: '', stderr }
    }

  it('says why in one line', async () => {
    const run = fails(1, 'TypeError: fetch failed\n    at node:internal/undici')
    expect(await downloadOfficialElectron(repositoryWith({}), { run, env: {}, reach: async () => true })).toBe(
      'fetch failed',
    )
  })

  it('gives the installer little time when the server does not answer', async () => {
    const limits: number[] = []
    const run = fails(124, '', limits)
    expect(await downloadOfficialElectron(repositoryWith({}), { run, env: {}, reach: async () => false })).toBe(
      'no answer within 15 s',
    )
    await downloadOfficialElectron(repositoryWith({}), { run, env: {}, reach: async () => true })
    expect(limits).toEqual([15_000, 1_200_000])
  })

  it('answers nothing when Electron is there afterwards, and asks the mirror that is named', async () => {
    const asked: string[] = []
    const reach = async (url: string) => asked.push(url) > 0
    const env = { ELECTRON_MIRROR: 'https://mirror.example/' }
    expect(await downloadOfficialElectron(repositoryWith(complete), { run: fails(0, ''), env, reach })).toBeUndefined()
    expect(asked[0]).toBe(`https://mirror.example/v45.0.0/electron-v45.0.0-${process.platform}-${process.arch}.zip`)
  })
})

describe('FailedDownload', () => {
  const hour = 3_600_000

  it('remembers a failure of the same version for a day', () => {
    const cache = temporaryFolder()
    new FailedDownload(cache, '45.0.0', () => 0).remember('fetch failed')
    expect(new FailedDownload(cache, '45.0.0', () => 23 * hour).recent()).toBe('fetch failed')
    expect(new FailedDownload(cache, '45.0.0', () => 25 * hour).recent()).toBeUndefined()
    expect(new FailedDownload(cache, '45.0.1', () => hour).recent()).toBeUndefined()
  })

  it('knows nothing at first, after forgetting, and from a damaged file', () => {
    const cache = temporaryFolder()
    const failed = new FailedDownload(cache, '45.0.0')
    expect(failed.recent()).toBeUndefined()
    failed.remember('fetch failed')
    failed.forget()
    expect(failed.recent()).toBeUndefined()
    writeFileSync(join(cache, 'electron-download-failed.json'), '{"vers')
    expect(failed.recent()).toBeUndefined()
  })
})
