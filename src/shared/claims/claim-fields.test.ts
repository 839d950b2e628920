import { describe, expect, it } from 'vitest'
import { InputError, parseInput } from '../scenario/input-error.ts'
import { CLAIMS } from './claims.ts'
import { initialInputs, inputsSchema, modelField, numberField, rangeField, rulesField } from './claim-fields.ts'

const fields = {
  rules: rulesField,
  model: modelField('Model', 'a'),
  gpus: numberField('GPUs', 'GPUs', [2, 64], 8, true),
  sizes: rangeField('Sizes', 'times', [0.1, 10], { from: 0.5, to: 2 }),
}
const schema = inputsSchema(fields)

it('fills in what is left out', () => {
  expect(parseInput(schema, {})).toEqual(initialInputs(fields))
  expect(parseInput(schema, { gpus: 16 })).toEqual({ ...initialInputs(fields), gpus: 16 })
})

it.each<[unknown, string]>([
  [null, 'is null; expected an object'],
  ['text', 'is "text"; expected an object'],
  [{ gpus: 1 }, 'gpus: is 1; expected a whole number from 2 to 64'],
  [{ gpus: 2.5 }, 'gpus: is 2.5; expected a whole number from 2 to 64'],
  [{ gpus: '8' }, 'gpus: is "8"; expected a whole number from 2 to 64'],
  [{ gpus: Number.NaN }, 'gpus: is NaN; expected a whole number from 2 to 64'],
  [{ rules: 'mine' }, 'rules: is "mine"; expected "paper" or "standard"'],
  [{ model: '' }, 'model: is ""; expected an id of at least 1 character'],
  [{ model: 'x'.repeat(201) }, 'expected an id of at most 200 characters'],
  [{ sizes: { from: 2, to: 1 } }, 'a range that begins below its end'],
  [{ sizes: { from: 1, to: 1 } }, 'a range that begins below its end'],
  [{ sizes: { from: 0.01, to: 1 } }, 'sizes.from: is 0.01; expected a number from 0.1 to 10'],
  [{ sizes: { from: 1 } }, 'sizes.to: is missing; add it'],
  [{ sizes: 3 }, 'sizes: is 3; expected an object'],
  [{ colour: 'red' }, 'colour: is not a known field; remove it'],
  [JSON.parse('{"__proto__": {"gpus": 3}, "constructor": 1}'), '__proto__: is not a known field; remove it'],
])('%j is refused', (input, message) => {
  expect(() => parseInput(schema, input)).toThrow(InputError)
  expect(() => parseInput(schema, input)).toThrow(message)
})

describe.each(CLAIMS)('$id', ({ fields: own, variants, under }) => {
  it('takes its own initial inputs, under each set of rules', () => {
    for (const variant of variants) expect(parseInput(inputsSchema(own), variant)).toEqual(variant)
  })

  it('has a field for the rules where it can be asked under both', () => {
    expect('rules' in own).toBe(under !== null)
    if (under !== null) expect(variants.map(({ rules }) => rules)).toEqual(['paper', 'standard'])
  })
})
