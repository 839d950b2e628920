import { once } from 'node:events'
import { join } from 'node:path'
import { onTestFinished, expect, test } from 'vitest'
import { startChild } from '../../../test/storage/child.ts'
import { someScenario } from '../../../test/storage/some-scenario.ts'
import { temporaryFolder } from '../../../tools/testing/temporary-folder.ts'
import { openStorage } from './storage.ts'
import { StorageError } from './storage-errors.ts'

/** Another process takes the file; gives a way to make it let go. */
async function hold(path: string, how: 'alone' | 'writing'): Promise<() => Promise<void>> {
  const child = startChild('hold-file.ts', [path, how])
  onTestFinished(() => void child.kill())
  await once(child.stdout, 'data')
  return async () => {
    const gone = once(child, 'exit')
    child.stdin.end()
    await gone
  }
}

const open = (path: string) => openStorage({ path, now: () => 1, log: () => {} })

test('a file that another program holds at start is told of, left alone, and opens once it is let go', async () => {
  const path = join(temporaryFolder(), 'data.sqlite')
  const first = open(path)
  const { id } = first.scenarios.save(null, someScenario(1))
  first.close()
  const release = await hold(path, 'alone')
  expect(() => open(path)).toThrow(StorageError)
  expect(() => open(path)).toThrow(/could not be opened: another program holds the file\. Nothing was changed\./)
  await release()
  const storage = open(path)
  expect(storage.scenarios.open(id).name).toBe('Save 1')
  storage.close()
})

test('a save while another program writes is told of, and made once it has ended', async () => {
  const path = join(temporaryFolder(), 'data.sqlite')
  const storage = open(path)
  const { id } = storage.scenarios.save(null, someScenario(1))
  const release = await hold(path, 'writing')
  expect(() => storage.scenarios.save(id, someScenario(2))).toThrow(/another program holds the file\. Your work is/)
  expect(storage.scenarios.open(id).name).toBe('Save 1')
  await release()
  storage.scenarios.save(id, someScenario(2))
  expect(storage.scenarios.open(id).name).toBe('Save 2')
  storage.close()
})
