import type { CommandHost } from './command-host.ts'
import { CommandFailure, WRONG_USAGE } from './exit-codes.ts'

/** Before the work, so that nobody waits for a result that cannot be kept. */
export async function refuseExisting(host: CommandHost, path: string | undefined, force: boolean): Promise<void> {
  if (path !== undefined && !force && (await host.exists(path)))
    throw new CommandFailure(WRONG_USAGE, `${path}: already exists; use --force to replace it`)
}
