import { join } from 'node:path'
import { expect, test } from 'vitest'
import { dataFolder } from './data-folder.ts'

test.each<[NodeJS.Platform, NodeJS.ProcessEnv, string]>([
  ['linux', {}, join('/home/me', '.config', 'Paretoscope')],
  ['linux', { XDG_CONFIG_HOME: '' }, join('/home/me', '.config', 'Paretoscope')],
  ['linux', { XDG_CONFIG_HOME: '/conf' }, join('/conf', 'Paretoscope')],
  ['darwin', {}, join('/home/me', 'Library', 'Application Support', 'Paretoscope')],
  ['win32', { APPDATA: '/roaming' }, join('/roaming', 'Paretoscope')],
  ['win32', {}, join('/home/me', 'AppData', 'Roaming', 'Paretoscope')],
  ['darwin', { PARETOSCOPE_USER_DATA: '/mine' }, '/mine'],
])('%s %j: %s', (platform, env, folder) => {
  expect(dataFolder(platform, env, '/home/me')).toBe(folder)
})
