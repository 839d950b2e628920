import type { RunCommand } from '../command.ts'

/**
 * Chromium's sandbox works for ordinary users, where the system lets them make namespaces. It refuses
 * to start as root, and containers and some Ubuntu versions withhold namespaces: tried, not guessed.
 */
export async function sandboxArguments(
  run: RunCommand,
  platform: NodeJS.Platform,
  userId: number | undefined,
): Promise<string[]> {
  if (platform !== 'linux') return []
  if (userId === 0) return ['--no-sandbox']
  const tried = await run('unshare', ['--user', '--map-root-user', '--net', 'true'])
  const withheld = tried.code !== 0 && tried.code !== 127
  return withheld ? ['--no-sandbox'] : []
}
