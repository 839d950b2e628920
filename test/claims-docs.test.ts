import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { createCompute } from './folder-run.ts'
import { runOn, type CommandRun } from './fake-host.ts'

let written: CommandRun
beforeAll(async () => {
  written = await runOn({}, ['claims', '--docs', 'docs'], { createCompute })
}, 120_000)

describe('docs/claims.md', () => {
  it('is what `npm run --silent cli -- claims --docs docs --force` writes, with its charts', () => {
    expect(written).toMatchObject({ exitCode: 0, error: '' })
    expect(written.files.size).toBeGreaterThan(10)
    const docs = [...written.files.keys()].map((path) => [
      path,
      readFileSync(new URL(`../${path}`, import.meta.url), 'utf8').replaceAll('\r\n', '\n'),
    ])
    expect(docs).toEqual([...written.files])
  })

  it('shows every chart that lies beside it, and no other', () => {
    const page = written.files.get('docs/claims.md') as string
    const shown = [...page.matchAll(/\]\((claims\/[^)]+\.svg)\)/g)].map(([, path]) => `docs/${path}`)
    expect(shown.toSorted()).toEqual([...written.files.keys()].filter((path) => path.endsWith('.svg')).toSorted())
  })
})
