import { expect, it } from 'vitest'
import { inOrder } from './in-order.ts'

async function all<T>(results: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = []
  for await (const result of results) list.push(result)
  return list
}

it('gives results in the order of the items, with so many under way and no more', async () => {
  const running = new Map<number, () => void>()
  let most = 0
  const items = Array.from({ length: 20 }, (_, i) => i)
  const results = all(
    inOrder(items, 3, async (item) => {
      await new Promise<void>((resolve) => {
        running.set(item, resolve)
        most = Math.max(most, running.size)
      })
      return 10 * item
    }),
  )
  while (running.size > 0) {
    // The one begun last ends first.
    const [item, end] = [...running].at(-1)!
    running.delete(item)
    end()
    for (let i = 0; i < 10; i++) await Promise.resolve()
  }
  expect(await results).toEqual(items.map((item) => 10 * item))
  expect(most).toBe(3)
})

it('takes items only when they are needed, so that there may be any number of them', async () => {
  let taken = 0
  function* items() {
    for (;;) yield ++taken
  }
  for await (const result of inOrder(items(), 4, async (item) => item)) if (result === 10) break
  expect(taken).toBeLessThanOrEqual(15)
})

it('gives what was before a failure, and then the failure', async () => {
  const results: number[] = []
  const failing = async () => {
    for await (const result of inOrder([1, 2, 3, 4], 4, async (item) => {
      if (item >= 3) throw new Error(`no ${item}`)
      return item
    }))
      results.push(result)
  }
  await expect(failing()).rejects.toThrow('no 3')
  expect(results).toEqual([1, 2])
})
