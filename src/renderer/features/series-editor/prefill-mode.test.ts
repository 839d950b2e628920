import { expect, it } from 'vitest'
import { NEW_SERIES } from '../../../shared/scenario/scenario.ts'
import { middleOfAnswer, withPrefillMode } from './prefill-mode.ts'

const prefill = { mode: 'colocated', inputTokens: 2000, outputTokens: 500, inputPerOutput: 3 } as const
const limits = { maxGpus: 8, minTokensPerSecond: null, maxTtftSeconds: 1 }

it('begins with usual tokens, and keeps them for the way back', () => {
  expect(withPrefillMode(NEW_SERIES, 'colocated')).toEqual({
    prefill: { mode: 'colocated', inputTokens: 1000, outputTokens: 1000, inputPerOutput: null },
  })
  const off = { ...NEW_SERIES, limits, ...withPrefillMode({ ...NEW_SERIES, prefill, limits }, 'none') }
  expect(off.prefill).toEqual({ ...prefill, mode: 'none' })
  expect(withPrefillMode(off, 'disaggregated')).toEqual({ prefill: { ...prefill, mode: 'disaggregated' } })
})

it('drops the limit on a first token that there is none of, and no other', () => {
  expect(withPrefillMode({ ...NEW_SERIES, prefill, limits }, 'none').limits).toEqual({
    ...limits,
    maxTtftSeconds: null,
  })
})

it('offers the middle of the answer where prompts are given', () => {
  expect(middleOfAnswer({ ...NEW_SERIES, prefill })).toBe(2250)
  expect(middleOfAnswer({ ...NEW_SERIES, prefill: { ...prefill, mode: 'none' } })).toBeNull()
  expect(middleOfAnswer(NEW_SERIES)).toBeNull()
})
