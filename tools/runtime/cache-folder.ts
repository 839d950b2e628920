import { homedir } from 'node:os'
import { join, resolve } from 'node:path'

/**
 * Where downloaded and built pieces stay between runs and survive `npm ci`:
 * PARETOSCOPE_CACHE, otherwise `paretoscope` in the user's cache folder.
 */
export function cacheFolder(env: NodeJS.ProcessEnv, home = homedir()): string {
  if (env['PARETOSCOPE_CACHE']) return resolve(env['PARETOSCOPE_CACHE'])
  return join(env['XDG_CACHE_HOME'] || join(home, '.cache'), 'paretoscope')
}
