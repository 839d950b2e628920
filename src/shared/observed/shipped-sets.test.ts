import { expect, it } from 'vitest'
import { BUILT_IN_CATALOG } from '../catalog/builtin.ts'
import { SHIPPED_MEASUREMENTS } from '../validation/shipped-rows.ts'
import { SHIPPED_OBSERVED_SETS } from './shipped-sets.ts'

it('every shipped set says where it is from and of when, and of which catalog entries', () => {
  expect(SHIPPED_OBSERVED_SETS.length).toBeGreaterThan(15)
  for (const { source, date, model, accelerator } of SHIPPED_OBSERVED_SETS) {
    expect([source, date]).not.toContain('')
    expect(BUILT_IN_CATALOG.models).toHaveProperty([model!])
    if (accelerator !== null) expect(BUILT_IN_CATALOG.accelerators).toHaveProperty([accelerator])
  }
  const names = SHIPPED_OBSERVED_SETS.map(({ name, source }) => `${name} ${source}`)
  expect(new Set(names).size).toBe(names.length)
})

it('counts the GPUs of prompts where they have their own', () => {
  const row = SHIPPED_MEASUREMENTS.decode!.find(
    ({ mode, nGpus, decodeGpus }) => mode === 'disagg' && nGpus !== decodeGpus,
  )!
  const points = SHIPPED_OBSERVED_SETS.filter(({ name }) => name.includes('prompts on own GPUs')).flatMap(
    (set) => set.points,
  )
  const same = points.find(({ tokensPerSecond }) => tokensPerSecond === 1000 / row.tpotMs)!
  expect(same.tokensPerSecondPerGpu! * row.nGpus!).toBeCloseTo(row.tokensPerSecondPerGpu! * row.decodeGpus!, 9)
})
