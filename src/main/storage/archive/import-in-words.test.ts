import { expect, test } from 'vitest'
import { countsInWords, importInWords } from './import-in-words.ts'

test.each([
  [{ scenarios: 0, inBin: 0, accelerators: 0, models: 0 }, '0 scenarios'],
  [{ scenarios: 1, inBin: 0, accelerators: 1, models: 0 }, '1 scenario and 1 catalog entry'],
  [{ scenarios: 1200, inBin: 1, accelerators: 1, models: 2 }, '1,200 scenarios, 1 in the bin and 3 catalog entries'],
])('%j', (counts, says) => {
  expect(countsInWords(counts)).toBe(says)
})

const nothing = { scenarios: { added: 0, beside: 0, replaced: [] }, entries: { added: 0, replaced: 0, beside: 0 } }

test.each([
  [nothing, 'Nothing was imported: all of it is here as it is there, or stays as you have it.'],
  [
    { scenarios: { added: 3, beside: 1, replaced: [7] }, entries: { added: 1, replaced: 2, beside: 0 } },
    '3 scenarios added; 1 scenario replaced, with yours as an earlier version; 1 scenario kept beside yours; ' +
      '1 catalog entry added; 2 catalog entries replaced, with yours in the change log.',
  ],
])('%j', (outcome, says) => {
  expect(importInWords(outcome)).toBe(says)
})
