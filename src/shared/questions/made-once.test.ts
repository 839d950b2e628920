import { expect, it, vi } from 'vitest'
import { madeOnce } from './made-once.ts'

it('makes each once, tells of it when it is there, and gives all in order', async () => {
  const make = vi.fn(async (factor: number) => `${factor}x`)
  const onProgress = vi.fn()
  const { at, all } = madeOnce(make, 2, onProgress)
  const both = [at(3), at(3)]
  expect(all()).toEqual([])
  expect(await Promise.all(both)).toEqual(['3x', '3x'])
  await at(0.5)
  await at(1)
  expect(make).toHaveBeenCalledTimes(3)
  expect(all()).toEqual([
    [0.5, '0.5x'],
    [1, '1x'],
    [3, '3x'],
  ])
  // No more than all of them are ever done.
  expect(onProgress.mock.calls).toEqual([
    [1, 2],
    [2, 2],
    [2, 2],
  ])
})

it('fails as the making fails', async () => {
  const { at, all } = madeOnce(
    () => Promise.reject(new Error('no')),
    1,
    () => {},
  )
  await expect(at(1)).rejects.toThrow('no')
  expect(all()).toEqual([])
})
