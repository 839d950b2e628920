import { describe, expect, it } from 'vitest'
import type { RunCommand } from './command.ts'
import { missingPieces, packagesFor, systemPieces, type SystemFound } from './system-pieces.ts'
import { ensureSystem, type SystemAccess } from './system.ts'

const everything: SystemFound = {
  libraries: systemPieces
    .filter((piece) => piece.kind === 'library')
    .map((piece) => `\t${piece.name} (libc6,x86-64) => /lib/x86_64-linux-gnu/${piece.name}`)
    .join('\n'),
  hasCommand: () => true,
  hasFonts: true,
}

describe('missingPieces', () => {
  it('finds nothing on a full system and everything on a bare one', () => {
    expect(missingPieces(['window', 'display', 'compile', 'pdf'], everything)).toEqual([])
    const bare = { libraries: '', hasCommand: () => false, hasFonts: false }
    expect(missingPieces(['window', 'display', 'compile', 'pdf'], bare)).toEqual(systemPieces)
  })

  it('does not take a longer name for the library', () => {
    const libraries = everything.libraries.replace('\tlibnss3.so ', '\tlibnss3.so.1d ')
    expect(missingPieces(['window'], { ...everything, libraries }).map((piece) => piece.name)).toEqual(['libnss3.so'])
  })

  it('looks only for what the purpose needs', () => {
    const withoutCommands = { ...everything, hasCommand: () => false }
    expect(missingPieces(['window'], withoutCommands)).toEqual([])
    expect(missingPieces(['pdf'], withoutCommands).map((piece) => piece.package)).toEqual(['poppler-utils'])
  })
})

it('packages are named as the system names them, each once', () => {
  const pieces = systemPieces.filter((piece) => ['libgtk-3.so.0', 'libnss3.so', 'libasound.so.2'].includes(piece.name))
  expect(packagesFor([...pieces, ...pieces], false)).toEqual(['libgtk-3-0', 'libnss3', 'libasound2'])
  expect(packagesFor(pieces, true)).toEqual(['libgtk-3-0t64', 'libnss3', 'libasound2t64'])
})

describe('ensureSystem', () => {
  /** A Debian without GTK, until apt-get installs something; `t64` lists what dpkg-query would. */
  function debian(options: { userId?: number; t64?: string; aptWorks?: boolean; apt?: boolean } = {}) {
    const { userId = 1000, t64 = '', aptWorks = true, apt = true } = options
    const commands: string[] = []
    let installed = false
    const run: RunCommand = async (command, args) => {
      const answer = (stdout: string, code = 0) => ({
        code,
        stdout,
        stderr: code === 0 ? '' : 'E: Unable to locate package',
      })
      if (command.endsWith('ldconfig'))
        return answer(installed ? everything.libraries : everything.libraries.replace('libgtk-3.so.0', 'libgtk-4.so.1'))
      if (command === 'fc-list') return answer('Liberation Sans')
      if (command === 'dpkg-query') return answer(t64)
      commands.push([command, ...args].join(' '))
      if (args[0] === 'install') installed = aptWorks
      return answer('', args[0] === 'install' && !aptWorks ? 100 : 0)
    }
    const system: SystemAccess = {
      run,
      env: {},
      platform: 'linux',
      userId,
      hasCommand: (name) => apt || name !== 'apt-get',
    }
    return { system, commands }
  }

  it('tells an ordinary user what to type', async () => {
    const { system, commands } = debian()
    await expect(ensureSystem(['window'], () => {}, system)).rejects.toThrow(
      /lacks libgtk-3\.so\.0[^]*sudo apt-get update && sudo apt-get install -y libgtk-3-0$/,
    )
    expect(commands).toEqual([])
  })

  it('uses the newer package names on a newer system', async () => {
    const { system } = debian({ t64: 'libssl3t64\n' })
    await expect(ensureSystem(['window'], () => {}, system)).rejects.toThrow(/install -y libgtk-3-0t64$/)
  })

  it('installs as root, after an update', async () => {
    const { system, commands } = debian({ userId: 0 })
    await ensureSystem(['window'], () => {}, system)
    expect(commands).toEqual(['apt-get update', 'apt-get install -y --no-install-recommends libgtk-3-0'])
  })

  it('passes on what apt-get said', async () => {
    const { system } = debian({ userId: 0, aptWorks: false })
    await expect(ensureSystem(['window'], () => {}, system)).rejects.toThrow(/E: Unable to locate package/)
  })

  it('names the libraries where there is no apt-get', async () => {
    const { system } = debian({ userId: 0, apt: false })
    await expect(ensureSystem(['window'], () => {}, system)).rejects.toThrow(/lacks libgtk-3\.so\.0\. Please install/)
  })

  it('asks nothing of other systems', async () => {
    const { system, commands } = debian()
    await ensureSystem(['window', 'display'], () => {}, { ...system, platform: 'darwin' })
    expect(commands).toEqual([])
  })
})
