import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'

/**
 * Makes `folder` appear complete or not at all: `fill` works in a folder beside it, renamed at the end.
 * Call it under a lock: what an interrupted run left behind is removed first.
 */
export async function makeWhole(folder: string, fill: (unfinished: string) => Promise<void>): Promise<void> {
  removeUnfinished(folder)
  const unfinished = join(dirname(folder), `${unfinishedPrefix(folder)}${process.pid}`)
  mkdirSync(unfinished, { recursive: true })
  try {
    await fill(unfinished)
    renameSync(unfinished, folder)
  } finally {
    rmSync(unfinished, { recursive: true, force: true })
  }
}

const unfinishedPrefix = (folder: string) => `unfinished-${basename(folder)}-`

function removeUnfinished(folder: string): void {
  const parent = dirname(folder)
  if (!existsSync(parent)) return
  for (const name of readdirSync(parent)) {
    if (name.startsWith(unfinishedPrefix(folder))) rmSync(join(parent, name), { recursive: true, force: true })
  }
}
