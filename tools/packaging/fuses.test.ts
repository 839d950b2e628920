import { FuseState, FuseV1Options } from '@electron/fuses'
import { expect, test } from 'vitest'
import release from '../../electron-builder.config.ts'
import { fuseProblems } from './fuses.ts'

const wire = {
  [FuseV1Options.RunAsNode]: FuseState.DISABLE,
  [FuseV1Options.EnableCookieEncryption]: FuseState.DISABLE,
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: FuseState.DISABLE,
  [FuseV1Options.EnableNodeCliInspectArguments]: FuseState.DISABLE,
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: FuseState.ENABLE,
  [FuseV1Options.OnlyLoadAppFromAsar]: FuseState.ENABLE,
  [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: FuseState.DISABLE,
  [FuseV1Options.GrantFileProtocolExtraPrivileges]: FuseState.DISABLE,
}

test('what is shipped runs no Node, takes no debugger, and loads its code from its checked archive alone', () => {
  expect(fuseProblems(release, wire)).toEqual([])
})

test.each([
  [FuseV1Options.RunAsNode, FuseState.ENABLE, 'the fuse runAsNode is on; expected off'],
  [FuseV1Options.OnlyLoadAppFromAsar, FuseState.DISABLE, 'the fuse onlyLoadAppFromAsar is off; expected on'],
  [FuseV1Options.OnlyLoadAppFromAsar, FuseState.REMOVED, 'the fuse onlyLoadAppFromAsar is not there; expected on'],
  [FuseV1Options.OnlyLoadAppFromAsar, undefined, 'the fuse onlyLoadAppFromAsar is not there; expected on'],
])('fuse %d in state %s is told of', (option, state, problem) => {
  expect(fuseProblems(release, { ...wire, [option]: state })).toEqual([problem])
})

test('a configuration without fuses, or with one that Electron does not have, is told of', () => {
  expect(fuseProblems({}, wire)).toEqual(['no fuses are set'])
  expect(() => fuseProblems({ electronFuses: { runAsDeno: false } as never }, wire)).toThrow(
    'there is no fuse runAsDeno',
  )
})
