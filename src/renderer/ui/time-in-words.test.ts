import { expect, test } from 'vitest'
import { dayAndClock, shortTime } from './time-in-words.ts'

const at = (...parts: [number, number, number, number?, number?]): number => new Date(...parts).getTime()
const NOW = at(2026, 4, 3, 15, 30)

test.each<[string, number]>([
  ['09:05', at(2026, 4, 3, 9, 5)],
  ['2 May', at(2026, 4, 2, 23, 59)],
  ['31 Dec 2025', at(2025, 11, 31)],
])('%s', (words, time) => {
  expect(shortTime(time, NOW)).toBe(words)
})

test('a day with its time', () => {
  expect(dayAndClock(at(2026, 4, 3, 14, 2))).toBe('3 May 2026, 14:02')
})
