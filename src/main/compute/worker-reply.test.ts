import { expect, it } from 'vitest'
import { buffersOf, replyTo } from './worker-reply.ts'

it('wraps an answer', () => {
  expect(replyTo((n: number) => n + 1, 1)).toEqual({ ok: true, answer: 2 })
})

it.each([
  [new Error('no such thing'), 'no such thing'],
  ['just a text', 'just a text'],
])('wraps the message of what was thrown: %s', (thrown, message) => {
  const reply = replyTo(() => {
    throw thrown
  }, null)
  expect(reply).toEqual({ ok: false, message })
})

it('finds every buffer once, however deep', () => {
  const shared = new Float64Array(4)
  const whole = new Uint32Array(2)
  const found = buffersOf({ a: [shared, { b: shared.subarray(1) }], c: whole, d: null, e: 'text', f: 1 })
  expect(found).toEqual([shared.buffer, whole.buffer])
})
