import { join, resolve } from 'node:path'
import { expect, it } from 'vitest'
import { cacheFolder } from './cache-folder.ts'

it.each([
  [{}, join('/home/ada', '.cache', 'paretoscope')],
  [{ XDG_CACHE_HOME: '' }, join('/home/ada', '.cache', 'paretoscope')],
  [{ XDG_CACHE_HOME: '/var/ada' }, join('/var/ada', 'paretoscope')],
  [{ XDG_CACHE_HOME: '/var/ada', PARETOSCOPE_CACHE: '/tmp/pieces' }, resolve('/tmp/pieces')],
])('%o', (env, expected) => {
  expect(cacheFolder(env, '/home/ada')).toBe(expected)
})
