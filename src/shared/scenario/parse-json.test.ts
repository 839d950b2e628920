import { describe, expect, it } from 'vitest'
import { parseJson } from './parse-json.ts'

describe('parseJson', () => {
  it.each([
    ['an object', '{"a":[1,"x",null,true]}', { a: [1, 'x', null, true] }],
    ['a text with brackets', JSON.stringify('[[{{"'.repeat(100)), '[[{{"'.repeat(100)],
    ['a byte-order mark', '\uFEFF[1]', [1]],
    ['64 levels', '['.repeat(64) + ']'.repeat(64), JSON.parse('['.repeat(64) + ']'.repeat(64))],
  ])('reads %s', (_, text, value) => {
    expect(parseJson(text)).toEqual(value)
  })

  it.each([
    ['65 levels', '['.repeat(65) + ']'.repeat(65), 'is nested more than 64 levels deep'],
    ['a million levels that never end', '['.repeat(1e6), 'is nested more than 64 levels deep'],
    ['a field that is there twice', '{"a":{"b":1,"b":2}}', 'a.b: is there twice; keep one of them'],
    ['__proto__', '{"a":{"__proto__":{"polluted":true}}}', 'a.__proto__: is a forbidden field name; remove it'],
    ['constructor', '{"constructor":{}}', 'constructor: is a forbidden field name; remove it'],
    ['prototype in a list', '[{"prototype":1}]', '[0].prototype: is a forbidden field name; remove it'],
    ['an escaped __proto__', '{"__\\u0070roto__":1}', '__proto__: is a forbidden field name; remove it'],
  ])('refuses %s', (_, text, message) => {
    expect(() => parseJson(text)).toThrow(expect.objectContaining({ name: 'InputError', message }))
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined()
  })
})
