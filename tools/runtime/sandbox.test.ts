import { expect, it } from 'vitest'
import { sandboxArguments } from './sandbox.ts'

it.each<[string, NodeJS.Platform, number | undefined, number, string[]]>([
  ['root', 'linux', 0, 0, ['--no-sandbox']],
  ['an ordinary user', 'linux', 1000, 0, []],
  ['a user who may not make namespaces', 'linux', 1000, 1, ['--no-sandbox']],
  ['a system without unshare', 'linux', 1000, 127, []],
  ['a Mac', 'darwin', 501, 1, []],
  ['Windows', 'win32', undefined, 127, []],
])('for %s', async (_who, platform, userId, code, expected) => {
  expect(await sandboxArguments(async () => ({ code, stdout: '', stderr: '' }), platform, userId)).toEqual(expected)
})
