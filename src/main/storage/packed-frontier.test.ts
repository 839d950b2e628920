import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { packFrontier, unpackFrontier } from './packed-frontier.ts'

const column = (length: number) =>
  fc.array(fc.double(), { minLength: length, maxLength: length }).map((values) => Float64Array.from(values))
const frontier = fc.nat(20).chain((length) =>
  fc.record({
    tokensPerSecond: column(length),
    usdPerMillionTokens: column(length),
    gpus: column(length),
    batch: column(length),
  }),
)

test('columns come back to the last bit, also none', () => {
  fc.assert(
    fc.property(frontier, (one) => {
      expect(unpackFrontier(packFrontier(one))).toEqual(one)
    }),
  )
})

test('bytes that are no columns are refused', () => {
  expect(() => unpackFrontier(Buffer.alloc(33))).toThrow('33 bytes, which are no columns')
})
