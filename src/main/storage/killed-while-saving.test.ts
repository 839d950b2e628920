import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import Sqlite from 'better-sqlite3'
import { expect, test } from 'vitest'
import { startChild } from '../../../test/storage/child.ts'
import { isWhole } from '../../../test/storage/some-scenario.ts'
import { temporaryFolder } from '../../../tools/testing/temporary-folder.ts'
import { openStorage } from './storage.ts'

/** Saves in another process and kills it, as nothing can refuse, once so many are done. @returns the done ones, in their order */
async function saveUntilKilled(path: string, killAfter: number): Promise<{ id: number; number: number }[]> {
  const child = startChild('save-again-and-again.ts', [path])
  const gone = once(child, 'exit')
  const done: { id: number; number: number }[] = []
  for await (const line of createInterface({ input: child.stdout })) {
    if (line === 'done') throw new Error('all 200 were saved before the kill')
    done.push(JSON.parse(line) as (typeof done)[number])
    if (done.length === killAfter) child.kill('SIGKILL')
  }
  expect((await gone)[1]).toBe('SIGKILL')
  return done
}

test.each([1, 37, 100, 163])(
  'killed after %i of 200 saves: each save that was done is there, none is half',
  async (at) => {
    const path = join(temporaryFolder(), 'data.sqlite')
    const done = await saveUntilKilled(path, at)
    expect(done.length).toBeGreaterThanOrEqual(at)
    const newest = new Map(done.map(({ id, number }) => [id, number]))

    const storage = openStorage({ path, now: Date.now, log: () => {} })
    const listed = storage.scenarios.list().map(({ id, name }) => ({ id, name, scenario: storage.scenarios.open(id) }))
    storage.close()
    for (const { name, scenario } of listed) expect([scenario.name, isWhole(scenario)]).toEqual([name, true])
    // The save in which the kill fell may have been made without having been told of.
    const last = done.at(-1)!.number + 1
    for (const [id, number] of newest)
      expect([`Save ${number}`, `Save ${last}`]).toContain(listed.find((one) => one.id === id)?.name)
    expect(listed.length - newest.size).toBeOneOf([0, 1])

    const database = new Sqlite(path, { readonly: true })
    expect(database.pragma('integrity_check', { simple: true })).toBe('ok')
    database.close()
  },
)
