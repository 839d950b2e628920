import fc from 'fast-check'
import { expect, it } from 'vitest'
import { duplicateKey } from './duplicate-key.ts'

it.each([
  ['{"a":1,"b":{"a":2},"c":[{"a":3},{"a":4}]}', null],
  ['{"a":1,"a":1}', 'a'],
  ['{"series":[{"x":1},{"model":1,"model":2}]}', 'series[1].model'],
  ['[[],[{"k":1, "k" : 2}]]', '[1][0].k'],
  ['{"a":{"b":[1,2,{"c":{},"c":[]}]}}', 'a.b[2].c'],
  [String.raw`{"a\"":1,"b":"a\":","a\u0022":2}`, 'a"'],
  ['"a:a,{}"', null],
  ['7', null],
])('%s', (source, path) => {
  expect(duplicateKey(source)).toBe(path)
})

it('finds none in what JSON.stringify writes', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(duplicateKey(JSON.stringify(value, null, 1))).toBeNull()
    }),
  )
})
