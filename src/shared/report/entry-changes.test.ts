import { expect, test } from 'vitest'
import type { VendorAccelerator } from '../catalog/accelerator-entry.ts'
import { BUILT_IN_CATALOG } from '../catalog/builtin.ts'
import type { ReleasedModel } from '../catalog/model-entry.ts'
import { acceleratorChanges, modelChanges } from './entry-changes.ts'

const h100 = BUILT_IN_CATALOG.accelerators['h100-sxm'] as VendorAccelerator
const priced = (value: number | null): VendorAccelerator => ({
  ...h100,
  name: 'H100',
  priceUsdPerHour: { ...h100.priceUsdPerHour, value },
})

test.each<[string[], Partial<VendorAccelerator>]>([
  [[], {}],
  [['H100 price $2.10 then, $1.80 now'], priced(1.8)],
  [['H100 price $2.10 then, none now'], priced(null)],
  [['H100 memory 80.0 GB then, 96.0 GB now'], { hbmBytes: 96e9 }],
  [['H100 memory bandwidth 3.35 TB/s then, 4.00 TB/s now'], { hbmBandwidthBytesPerSecond: 4e12 }],
  [['H100 rated power 700 W then, none now'], { tdpWatts: null }],
  [['H100 scaleUp.domainSize 8.00 then, 72.0 now'], { scaleUp: { ...h100.scaleUp, domainSize: 72 } }],
  [[], { notes: 'other', sources: {}, confidence: { x: 'y' }, otherPrices: [] }],
])('%j', (words, patch) => {
  expect(acceleratorChanges(priced(2.1), { ...priced(2.1), ...patch }, false)).toEqual(words)
})

test('the price is nothing to a series with its own', () => {
  expect(acceleratorChanges(priced(2.1), priced(1.8), true)).toEqual([])
})

test('the first three figures are named, the others counted', () => {
  const model = BUILT_IN_CATALOG.models['llama-3.3-70b'] as ReleasedModel
  const changed = { ...model, layers: 1, dModel: 2, dFf: 3, vocab: 4, totalParams: 5 }
  const words = modelChanges(model, changed)
  expect(words).toHaveLength(4)
  expect(words[0]).toBe(`${model.name} layers 80.0 then, 1.00 now`)
  expect(words[3]).toBe(`${model.name} and 2 more figures`)
  expect(modelChanges(model, model)).toEqual([])
})
