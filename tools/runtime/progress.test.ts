import { expect, it } from 'vitest'
import { seconds, timedStep } from './progress.ts'

it.each([
  [0, '0.0 s'],
  [1234, '1.2 s'],
  [59_900, '59.9 s'],
  [83_000, '1 min 23 s'],
  [119_800, '2 min 0 s'],
])('%i ms is %s', (milliseconds, text) => {
  expect(seconds(milliseconds)).toBe(text)
})

it('says what begins, how it ended and how long it took', async () => {
  const lines: string[] = []
  await timedStep(
    (line) => lines.push(line),
    'Unpacking',
    async () => 3,
    (files) => `${files} files`,
  )
  expect(lines[0]).toBe('Unpacking …')
  expect(lines[1]).toMatch(/^ {2}3 files, \d+\.\d s$/)
})
