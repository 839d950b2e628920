import { join } from 'node:path'
import { expect, it } from 'vitest'
import { temporaryFolder } from '../testing/temporary-folder.ts'
import { exclusively } from './exclusively.ts'

it('lets one run in at a time, and tells the other once that it waits', async () => {
  const lock = join(temporaryFolder(), 'cache', 'lock.sqlite')
  const order: string[] = []
  let finishFirst = () => {}
  const firstMayEnd = new Promise<void>((resolve) => (finishFirst = resolve))
  let tries = 0
  const first = exclusively(lock, async () => {
    order.push('first begins')
    await firstMayEnd
    order.push('first ends')
  })
  const second = exclusively(lock, async () => order.push('second'), {
    onWait: () => order.push('second waits'),
    async pause() {
      tries += 1
      if (tries < 3) return
      finishFirst()
      await first
    },
  })
  await Promise.all([first, second])
  expect(order).toEqual(['first begins', 'second waits', 'first ends', 'second'])
})

it('is free again after a failure', async () => {
  const lock = join(temporaryFolder(), 'lock.sqlite')
  await expect(exclusively(lock, () => Promise.reject(new Error('failed')))).rejects.toThrow('failed')
  expect(await exclusively(lock, async () => 'done')).toBe('done')
})
