import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

/** [file, what it imports]: each must be an error of the layer rules in .oxlintrc.json. */
const FORBIDDEN: readonly (readonly [file: string, imported: string])[] = [
  ['src/shared/search/a.ts', 'node:fs'],
  ['src/shared/search/b.ts', 'fs'],
  ['src/shared/search/c.ts', 'electron'],
  ['src/shared/scenario/a.ts', '../../main/files/read-text-file.ts'],
  ['src/shared/scenario/b.ts', '../../renderer/kernel/api.ts'],
  ['src/shared/scenario/c.ts', '../../preload/index.ts'],
  ['src/shared/catalog/a.ts', 'better-sqlite3'],
  ['src/shared/report/a.ts', 'echarts/core'],
  ['src/shared/report/b.ts', 'solid-js'],
  ['src/shared/model/a.ts', '../search/space.ts'],
  ['src/shared/model/b.ts', '../catalog/builtin.ts'],
  ['src/shared/model/c.ts', 'valibot'],
  ['src/shared/model/d.ts', 'node:os'],
  ['src/shared/model/standard/a.ts', '../../catalog/builtin.ts'],
  ['src/shared/model/standard/b.ts', 'valibot'],
  ['src/shared/model/standard/c.ts', 'node:os'],
  ['src/renderer/features/a.tsx', '../../main/ipc/handle-calls.ts'],
  ['src/renderer/features/b.ts', '../../preload/index.ts'],
  ['src/renderer/features/c.ts', 'electron'],
  ['src/renderer/features/d.ts', 'node:path'],
  ['src/renderer/features/e.ts', 'better-sqlite3'],
  ['src/renderer/features/f.tsx', 'echarts'],
  ['src/renderer/features/g.ts', '../../shared/validation/shipped-rows.ts'],
  ['src/renderer/ui/a.tsx', 'echarts/core'],
  ['src/renderer/charts/a.tsx', 'node:fs'],
  ['src/renderer/charts/b.tsx', '../../main/report/chart-svg.ts'],
  ['src/main/ipc/a.ts', '../../renderer/kernel/api.ts'],
  ['src/main/ipc/b.ts', '../../preload/index.ts'],
  ['src/main/ipc/c.ts', 'better-sqlite3'],
  ['src/main/cli/a.ts', 'echarts/core'],
  ['src/main/cli/b.ts', 'solid-js'],
  ['src/main/storage/a.ts', 'echarts/core'],
  ['src/main/storage/b.ts', '../../renderer/kernel/api.ts'],
  ['src/main/report/a.ts', 'better-sqlite3'],
  ['src/main/report/b.ts', '../../renderer/charts/echart.tsx'],
  ['src/preload/a.ts', 'node:fs'],
  ['src/preload/b.ts', '../shared/model/decode.ts'],
  ['src/preload/c.ts', '../main/index.ts'],
]

/** The imports the layers are made for: none may be an error. */
const ALLOWED: readonly (readonly [file: string, imported: string])[] = [
  ['src/shared/search/ok.ts', '../model/decode.ts'],
  ['src/shared/scenario/ok.ts', 'valibot'],
  ['src/shared/csv/ok.ts', 'papaparse'],
  ['src/shared/validation/ok.ts', 'ml-levenberg-marquardt'],
  ['src/shared/model/ok.ts', './terms.ts'],
  ['src/shared/model/standard/ok.ts', '../architecture.ts'],
  ['src/shared/model/standard/ok-too.ts', './chip.ts'],
  ['src/renderer/features/ok.tsx', '../../shared/search/readings.ts'],
  ['src/renderer/charts/ok.tsx', 'echarts/core'],
  ['src/main/storage/ok.ts', 'better-sqlite3'],
  ['src/main/report/ok.ts', 'echarts/core'],
  ['src/main/ipc/ok.ts', '../../shared/contract/contract.ts'],
  ['src/main/cli/ok.ts', 'node:path'],
  ['src/preload/ok.ts', '../shared/contract/contract.ts'],
  ['src/preload/ok-too.ts', 'electron'],
]

/** [file, code]: what the shared layer may not reach for without importing it. */
const IMPURE: readonly (readonly [file: string, code: string])[] = [
  ['src/shared/search/clock.ts', 'export const now = () => Date.now()'],
  ['src/shared/search/timer.ts', 'export const now = () => performance.now()'],
  ['src/shared/search/chance.ts', 'export const any = () => Math.random()'],
  ['src/shared/search/node.ts', 'export const home = () => process.cwd()'],
]

interface Report {
  readonly diagnostics: readonly { readonly code: string; readonly severity: string; readonly filename: string }[]
}

const folder = mkdtempSync(join(tmpdir(), 'paretoscope-layers-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

let report: Report

const codesIn = (file: string): string[] =>
  report.diagnostics
    .filter(({ filename, severity }) => filename.replaceAll('\\', '/').endsWith(file) && severity === 'error')
    .map(({ code }) => code)

beforeAll(() => {
  const files = [
    ...[...FORBIDDEN, ...ALLOWED].map(
      ([file, imported]) => [file, `import * as x from '${imported}'\nexport { x }\n`] as const,
    ),
    ...IMPURE.map(([file, code]) => [file, `${code}\n`] as const),
  ]
  for (const [file, text] of files) {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    writeFileSync(join(folder, file), text)
  }
  copyFileSync('.oxlintrc.json', join(folder, '.oxlintrc.json'))
  const oxlint = join(dirname(createRequire(import.meta.url).resolve('oxlint/package.json')), 'bin/oxlint')
  const { stdout } = spawnSync(process.execPath, [oxlint, '--format=json'], { cwd: folder, encoding: 'utf8' })
  report = JSON.parse(stdout) as Report
})

describe('the layer rules', () => {
  it.each(FORBIDDEN)('forbid %s to import %s', (file) => {
    expect(codesIn(file)).toContain('eslint(no-restricted-imports)')
  })

  it.each(ALLOWED)('let %s import %s', (file) => {
    expect(codesIn(file)).toEqual([])
  })

  it.each(IMPURE)('forbid %s: %s', (file) => {
    expect(codesIn(file).join()).toMatch(/no-restricted-(globals|properties)/)
  })
})
