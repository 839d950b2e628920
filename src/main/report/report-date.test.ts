import { expect, it } from 'vitest'
import { reportDate } from './report-date.ts'

it('is the date that is given, in seconds since 1970', () => {
  expect(reportDate('1767323045').toISOString()).toBe('2026-01-02T03:04:05.000Z')
})

it.each([undefined, '', '-1', '1e3', 'tomorrow'])('is now for %s', (epoch) => {
  const before = Date.now()
  expect(reportDate(epoch).getTime()).toBeGreaterThanOrEqual(before)
})
