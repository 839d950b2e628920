import fc from 'fast-check'
import { expect, it } from 'vitest'
import { about, between, judge, shareBetween, verdictInWords, worstOf, type Claimed } from './verdict.ts'

it.each<[number | null, Claimed, string]>([
  [0.34, about(1 / 3, '1/3'), 'holds'],
  [0.27, about(1 / 3, '1/3'), 'holds within 19 %'],
  [0.2, about(1 / 3, '1/3'), 'does not hold'],
  [-0.52, about(-0.5, '−1/2'), 'holds'],
  [-0.6, about(-0.5, '−1/2'), 'holds within 20 %'],
  [0.5, about(-0.5, '−1/2'), 'does not hold'],
  [1.96, between(1.9, 2, '1.9 to 2.0'), 'holds'],
  [2.1, between(1.9, 2, '1.9 to 2.0'), 'holds within 5 %'],
  [1.7, between(1.9, 2, '1.9 to 2.0'), 'holds within 11 %'],
  [1, between(1.9, 2, '1.9 to 2.0'), 'does not hold'],
  [1e9, between(1, Infinity, 'more than 1'), 'holds'],
  [0.03, shareBetween(-0.01, 0.01, 'nothing'), 'holds within 2 %'],
  [0.3, shareBetween(-0.01, 0.01, 'nothing'), 'does not hold'],
  [null, about(1, '1'), 'not measured'],
  [Number.NaN, about(1, '1'), 'not measured'],
])('%s against %j: %s', (value, claimed, words) => {
  expect(verdictInWords(judge(value, claimed))).toBe(words)
})

it('is no better for a value that is further off', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0.1, max: 10, noNaN: true }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.boolean(),
      (figure, near, further, above) => {
        const at = (off: number) => judge(figure * (above ? 1 + off : 1 - off), about(figure, ''))
        const [small, large] = [Math.min(near, further), Math.max(near, further)]
        expect(worstOf([at(small), at(large)])).toEqual(at(large))
      },
    ),
  )
})

it('a claim is as good as the weakest of its figures', () => {
  const verdicts = [0.33, 0.27, 0.29].map((value) => judge(value, about(1 / 3, '1/3')))
  expect(verdictInWords(worstOf(verdicts))).toBe('holds within 19 %')
  expect(worstOf([...verdicts, judge(null, about(1, '1'))]).kind).toBe('not-measured')
  expect(verdictInWords(worstOf([]))).toBe('nothing is claimed of these inputs')
})
