import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { expect, test } from 'vitest'
import { startChild } from '../../../../test/storage/child.ts'
import { isWhole, savedIds, someScenario } from '../../../../test/storage/some-scenario.ts'
import { temporaryFolder } from '../../../../tools/testing/temporary-folder.ts'
import { openStorage } from '../storage.ts'

/** Far more than is written in the moment that a kill takes. */
const SCENARIOS = 400

const open = (folder: string) =>
  openStorage({ path: join(folder, 'data.sqlite'), now: Date.now, log: (line) => expect.fail(line) })

async function largeArchive(): Promise<string> {
  const folder = temporaryFolder()
  const storage = open(folder)
  for (let number = 1; number <= SCENARIOS; number++) storage.scenarios.save(null, someScenario(number, 40_000))
  const path = join(folder, 'all.paretoscope-library')
  await storage.archives.export(path, { mayReplace: false })
  storage.close()
  return path
}

test('killed in the middle of an import: nothing of it is there, and it can be made again', async () => {
  const archive = await largeArchive()
  const folder = temporaryFolder()
  const first = open(folder)
  const { id } = first.scenarios.save(null, someScenario(0))
  first.close()

  const child = startChild('import-a-library.ts', [join(folder, 'data.sqlite'), archive])
  const gone = once(child, 'exit')
  for await (const line of createInterface({ input: child.stdout })) {
    expect(line).toBe('importing')
    child.kill('SIGKILL')
  }
  expect((await gone)[1]).toBe('SIGKILL')

  const storage = open(folder)
  expect(savedIds(storage)).toEqual([id])
  expect(isWhole(storage.scenarios.open(id))).toBe(true)
  const { token } = await storage.archives.read(archive, () => {})
  await storage.archives.import(token, { choices: new Map(), mayReplace: () => {} })
  expect(savedIds(storage)).toHaveLength(SCENARIOS + 1)
  storage.close()
})
