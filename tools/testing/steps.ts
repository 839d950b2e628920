import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { everythingPrinted, runCommand } from '../command.ts'
import { hasDisplay, withDisplay } from '../display.ts'
import { buildApp, ensureBuild } from '../ensure-build.ts'
import { packageBinary } from '../package-binary.ts'
import { repositoryFolder } from '../repository.ts'
import type { Log } from '../runtime/progress.ts'
import { provideRuntime, withRuntime, type Runtime } from '../runtime/provide-runtime.ts'
import { Stop } from '../stop.ts'
import { ensureSystem } from '../system.ts'
import { playwrightCounts, vitestCounts, type Counts } from './counts.ts'
import type { Step, StepResult } from './run-steps.ts'

const minute = 60_000

/** What `npm test` does, in order. `patterns` narrow the unit and the end-to-end tests. */
export function testSteps(patterns: readonly string[] = []): Step[] {
  const systemReady = once((log: Log) =>
    ensureSystem(hasDisplay() ? ['window', 'pdf'] : ['window', 'display', 'pdf'], log),
  )
  const runtimeReady = once((log: Log) => provideRuntime({ log }))
  return [
    { name: 'system', title: 'System libraries', run: systemReady },
    {
      name: 'runtime',
      title: 'Electron',
      async run(log) {
        log((await runtimeReady(log)).why)
      },
    },
    { name: 'types', title: 'Types', run: () => mustSucceed('typescript', ['-b'], 'tsc') },
    { name: 'lint', title: 'Lint', run: () => mustSucceed('oxlint', ['--type-aware', '--deny-warnings']) },
    { name: 'format', title: 'Format', run: () => mustSucceed('oxfmt', ['--check']) },
    { name: 'unused', title: 'Unused code', run: () => mustSucceed('knip', []) },
    { name: 'unit', title: 'Unit tests', run: () => unitTests(patterns) },
    { name: 'build', title: 'Build', run: () => buildApp() },
    {
      name: 'e2e',
      title: 'End-to-end tests',
      async run(log) {
        await systemReady(log).catch(notRun)
        const runtime = await runtimeReady(log).catch(notRun)
        await ensureBuild({ log }).catch(notRun)
        return endToEndTests(runtime, patterns)
      },
    },
  ]
}

function notRun(reason: unknown): never {
  throw new Stop(`Not run: ${reason instanceof Error ? (reason.message.split('\n')[0] ?? '') : String(reason)}`)
}

async function mustSucceed(packageName: string, args: string[], command = packageName): Promise<void> {
  const result = await runCommand(process.execPath, [packageBinary(packageName, repositoryFolder, command), ...args], {
    cwd: repositoryFolder,
    timeLimitMs: 10 * minute,
  })
  if (result.code !== 0)
    throw new Stop(everythingPrinted(result) || `${packageName} ended with code ${result.code} and said nothing.`)
}

function unitTests(patterns: readonly string[]): Promise<StepResult> {
  const { PARETOSCOPE_SQLITE_BINDING: _electronOnly, ...env } = process.env
  return countedTests({
    args: (report) => [
      packageBinary('vitest'),
      'run',
      '--reporter=dot',
      '--reporter=json',
      `--outputFile.json=${report}`,
      ...patterns,
    ],
    env: () => env,
    timeLimitMs: 20 * minute,
    count: vitestCounts,
  })
}

function endToEndTests(runtime: Runtime, patterns: readonly string[]): Promise<StepResult> {
  return withDisplay((displayEnv) =>
    countedTests({
      args: () => [
        packageBinary('@playwright/test', repositoryFolder, 'playwright'),
        'test',
        '--reporter=dot,json',
        ...patterns,
      ],
      env: (report) => ({ ...withRuntime(process.env, runtime), ...displayEnv, PLAYWRIGHT_JSON_OUTPUT_FILE: report }),
      timeLimitMs: 50 * minute,
      count: playwrightCounts,
    }),
  )
}

interface CountedTests {
  args: (report: string) => string[]
  env: (report: string) => NodeJS.ProcessEnv
  timeLimitMs: number
  count: (report: string | undefined, exitCode: number) => Counts
}

async function countedTests({ args, env, timeLimitMs, count }: CountedTests): Promise<StepResult> {
  const folder = mkdtempSync(join(tmpdir(), 'paretoscope-tests-'))
  const report = join(folder, 'report.json')
  try {
    const result = await runCommand(process.execPath, args(report), {
      cwd: repositoryFolder,
      env: env(report),
      timeLimitMs,
    })
    const written = existsSync(report) ? readFileSync(report, 'utf8') : undefined
    const late = result.code === 124 ? `\nStopped after ${timeLimitMs / minute} minutes.` : ''
    return { counts: count(written, result.code), output: everythingPrinted(result) + late }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The first call's promise for every later one, a failure too. */
function once<T>(work: (log: Log) => Promise<T>): (log: Log) => Promise<T> {
  let result: Promise<T> | undefined
  return (log) => (result ??= work(log))
}
