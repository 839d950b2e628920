import { join } from 'node:path'

/**
 * The app's data folder (docs/storage.md), as Electron chooses it.
 * @param home the person's own folder
 */
export function dataFolder(platform: NodeJS.Platform, env: NodeJS.ProcessEnv, home: string): string {
  const said = env['PARETOSCOPE_USER_DATA'] ?? ''
  if (said !== '') return said
  return join(applicationData(platform, env, home), 'Paretoscope')
}

function applicationData(platform: NodeJS.Platform, env: NodeJS.ProcessEnv, home: string): string {
  if (platform === 'win32') return env['APPDATA'] ?? join(home, 'AppData', 'Roaming')
  if (platform === 'darwin') return join(home, 'Library', 'Application Support')
  const configured = env['XDG_CONFIG_HOME'] ?? ''
  return configured === '' ? join(home, '.config') : configured
}
