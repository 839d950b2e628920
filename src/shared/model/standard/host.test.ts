import { expect, it } from 'vitest'
import { passOf, secondsOf } from '../../../../test/standard-pass.ts'
import { hostSeconds } from './host.ts'

it('is 0.2 ms and 2 us for each sequence of a rank', () => {
  expect(secondsOf(hostSeconds, passOf('deepseek-r1', 'h200-sxm', { data: 8 }, 80))).toBeCloseTo(0.22e-3, 12)
})
