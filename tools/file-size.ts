import { lstatSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

/** Bytes of a file, or of all files in a folder; a link counts as itself. */
export function sizeOf(path: string): number {
  const stat = lstatSync(path)
  if (!stat.isDirectory()) return stat.size
  return readdirSync(path).reduce((sum, name) => sum + sizeOf(join(path, name)), 0)
}

/** 228450000 bytes -> "228.5 MB". */
export const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`
