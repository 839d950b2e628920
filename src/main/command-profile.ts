import { mkdtempSync, readdirSync, rmdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'

const PREFIX = 'paretoscope-command-'

/** A folder for a command's own profile, inside `temporary`. */
export function makeCommandProfile(temporary: string): string {
  sweep(temporary)
  return mkdtempSync(join(temporary, PREFIX))
}

export const removeCommandProfile = (profile: string): void => rmSync(profile, { recursive: true, force: true })

/** Chromium may make a removed folder once more while it ends, empty; the next command takes it away. */
function sweep(temporary: string): void {
  for (const name of readdirSync(temporary)) {
    if (!name.startsWith(PREFIX)) continue
    try {
      rmdirSync(join(temporary, name))
    } catch {
      // Not empty: in use by a command that runs now.
    }
  }
}
