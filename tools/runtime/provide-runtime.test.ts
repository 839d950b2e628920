import { describe, expect, it } from 'vitest'
import type { RunCommand } from '../command.ts'
import { forcedKind, provideRuntime, withRuntime, type RuntimeSources } from './provide-runtime.ts'

interface Situation {
  installed?: boolean
  failedBefore?: boolean
  /** What a download would bring. */
  download?: 'works' | 'fails'
  forced?: string
  machine?: [NodeJS.Platform, string]
}

const run: RunCommand = async () => ({ code: 0, stdout: '', stderr: '' })

async function provideIn({
  installed = false,
  failedBefore = false,
  download = 'fails',
  forced,
  machine = ['linux', 'x64'],
}: Situation) {
  const did: string[] = []
  const official = { version: '45.0.0', executable: '/official/electron', distPath: '/official' }
  let isInstalled = installed
  const sources: RuntimeSources = {
    officialVersion: '45.0.0',
    findOfficial: () => (isInstalled ? official : undefined),
    failedBefore: () => (failedBefore ? 'fetch failed yesterday' : undefined),
    async downloadOfficial() {
      did.push('download')
      isInstalled = download === 'works'
      return isInstalled ? undefined : 'fetch failed'
    },
    async makeOlder() {
      did.push('make older')
      return { version: '33.0.0', executable: '/older/electron', distPath: '/older', sqliteBinding: '/older.node' }
    },
  }
  const [platform, arch] = machine
  const env = forced === undefined ? {} : { PARETOSCOPE_RUNTIME: forced }
  const runtime = await provideRuntime({ log: () => {}, env, platform, arch, userId: 1000, run, sources })
  return { runtime, did }
}

describe('provideRuntime', () => {
  it.each<[string, Situation, string, string[]]>([
    ['takes what is installed', { installed: true }, 'official', []],
    ['downloads', { download: 'works' }, 'official', ['download']],
    ['falls back when the download fails', {}, 'older', ['download', 'make older']],
    ['does not try again on the same day', { failedBefore: true, download: 'works' }, 'older', ['make older']],
    ['takes what is installed in spite of an earlier failure', { installed: true, failedBefore: true }, 'official', []],
    [
      'tries again when told to',
      { failedBefore: true, download: 'works', forced: 'official' },
      'official',
      ['download'],
    ],
    ['takes the older one when told to', { installed: true, forced: 'older' }, 'older', ['make older']],
    ['downloads on another system', { download: 'works', machine: ['darwin', 'arm64'] }, 'official', ['download']],
  ])('%s', async (_what, situation, kind, expectedSteps) => {
    const { runtime, did } = await provideIn(situation)
    expect([runtime.kind, did]).toEqual([kind, expectedSteps])
  })

  it.each<[string, Situation, RegExp]>([
    [
      'no download and no older one for the system',
      { machine: ['darwin', 'arm64'] },
      /could not be downloaded \(fetch failed\)[^]*for darwin-arm64/,
    ],
    [
      'an earlier failure there, and how to try again',
      { failedBefore: true, machine: ['win32', 'x64'] },
      /PARETOSCOPE_RUNTIME=official tries again/,
    ],
    ['no fallback when the official one is forced', { forced: 'official' }, /ELECTRON_MIRROR/],
    ['the older one forced on another system', { forced: 'older', machine: ['linux', 'arm64'] }, /linux-x64 only/],
    ['an unknown choice', { forced: 'newest' }, /"official" or "older", not "newest"/],
  ])('explains %s', async (_what, situation, message) => {
    await expect(provideIn(situation)).rejects.toThrow(message)
  })

  it('tells people which one it is and why', async () => {
    expect((await provideIn({ installed: true })).runtime.why).toBe('Electron 45.0.0, the official build.')
    expect((await provideIn({})).runtime.why).toBe(
      'Electron 33.0.0 from the npm registry, for development and tests only, because Electron 45.0.0 could not be downloaded (fetch failed).',
    )
  })

  it('tells the app where its Electron and its SQLite are', async () => {
    const { runtime } = await provideIn({})
    expect(runtime.env).toEqual({
      ELECTRON_OVERRIDE_DIST_PATH: '/older',
      PARETOSCOPE_SQLITE_BINDING: '/older.node',
      PARETOSCOPE_RUNTIME_NOTE: runtime.why,
      PARETOSCOPE_LAUNCH_ARGS: '[]',
    })
    expect((await provideIn({ installed: true })).runtime.env).not.toHaveProperty('PARETOSCOPE_SQLITE_BINDING')
  })

  it('hides from Electron what is meant for another one', async () => {
    const { runtime } = await provideIn({ installed: true })
    const env = withRuntime(
      { HOME: '/home', ELECTRON_RUN_AS_NODE: '1', PARETOSCOPE_SQLITE_BINDING: '/older.node' },
      runtime,
    )
    expect(env).toEqual({ HOME: '/home', ...runtime.env })
  })
})

it('an empty choice is none', () => {
  expect(forcedKind({ PARETOSCOPE_RUNTIME: '' })).toBeUndefined()
})
