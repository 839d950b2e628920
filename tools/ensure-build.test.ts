import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import type { RunCommand } from './command.ts'
import { ensureBuild, isBuildFresh } from './ensure-build.ts'
import { temporaryFolder } from './testing/temporary-folder.ts'

function repository() {
  const root = temporaryFolder()
  const write = (path: string, text: string) => {
    mkdirSync(join(root, path, '..'), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  write('package.json', '{}')
  write('src/main/index.ts', 'one')
  write('src/shared/model.ts', 'two')
  write('node_modules/electron-vite/package.json', '{"bin":{"electron-vite":"bin.js"}}')
  let builds = 0
  const run: RunCommand = async () => {
    builds += 1
    write('out/main/index.js', 'built')
    return { code: 0, stdout: '', stderr: '' }
  }
  const failing: RunCommand = async () => ({ code: 1, stdout: '', stderr: 'no such export' })
  return { root, write, run, failing, builds: () => builds }
}

it('builds once, and again only when something changed', async () => {
  const { root, write, run, builds } = repository()
  const ensure = () => ensureBuild({ root, run, log: () => {} })
  expect([await ensure(), await ensure(), builds()]).toEqual(['built', 'fresh', 1])
  write('src/main/index.ts', 'one')
  expect(await ensure()).toBe('fresh')
})

it.each<[string, (repo: ReturnType<typeof repository>) => void]>([
  ['a source changed', ({ write }) => write('src/shared/model.ts', 'three')],
  ['a source was added', ({ write }) => write('src/shared/new.ts', '')],
  ['a source was removed', ({ root }) => rmSync(join(root, 'src/shared/model.ts'))],
  ['the configuration changed', ({ write }) => write('electron.vite.config.ts', 'export default {}')],
  ['a dependency changed', ({ write }) => write('package-lock.json', '{}')],
  ['the output is gone', ({ root }) => rmSync(join(root, 'out/main/index.js'))],
])('is stale when %s', async (_what, change) => {
  const repo = repository()
  await ensureBuild({ ...repo, log: () => {} })
  expect(isBuildFresh(repo.root)).toBe(true)
  change(repo)
  expect(isBuildFresh(repo.root)).toBe(false)
})

it('a failed build is not taken for a finished one', async () => {
  const { root, failing } = repository()
  await expect(ensureBuild({ root, run: failing, log: () => {} })).rejects.toThrow('no such export')
  expect(isBuildFresh(root)).toBe(false)
})
