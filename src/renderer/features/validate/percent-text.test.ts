import { expect, it } from 'vitest'
import { signedPercentText } from './percent-text.ts'

it.each([
  [0.0648, '+6.5 %'],
  [-0.00427, '−0.4 %'],
  [-0.0001, '0.0 %'],
  [1.2, '+120.0 %'],
])('%d is %s', (share, text) => expect(signedPercentText(share)).toBe(text))
