import { expect, test } from 'vitest'
import { whyOutdated } from './why-outdated.ts'

const one = (because: string[], appVersion = '0.1.0') => ({
  place: 0,
  name: 'a',
  computedAt: 0,
  appVersion,
  because,
  stored: null,
  today: null,
})

test.each<[string, ReturnType<typeof one>[]]>([
  ['with other catalog figures: A; B.', [one(['A', 'B']), one(['A'])]],
  ['with other catalog figures: A; B; C; and 2 more.', [one(['A', 'B', 'C', 'D', 'E'])]],
  ['by Paretoscope 0.1.0, which gave other numbers than this one.', [one([]), one([])]],
  ['by Paretoscope 0.1.0 and 0.2.0, which gave other numbers than this one.', [one([]), one([], '0.2.0')]],
])('%s', (words, outdated) => {
  expect(whyOutdated(outdated)).toBe(words)
})
