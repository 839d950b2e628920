import { closeSync, fsyncSync, openSync, renameSync } from 'node:fs'

/** The name a file has until it is whole. */
export const unfinishedName = (path: string): string => `${path}.unfinished`

/** Flushes a file to the disk, then gives it its name: one that bears its name is whole. */
export function finishFile(path: string): void {
  const file = openSync(unfinishedName(path), 'r+')
  try {
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
  renameSync(unfinishedName(path), path)
}
