import { expect, it } from 'vitest'
import { BUILT_IN_CATALOG } from './builtin.ts'
import { CHIP_KNOBS, knobGap, knobValue, withKnob, type ChipKnobId } from './chip-knobs.ts'
import { valueAt } from './entry-path.ts'

const entryOf = (id: string) => BUILT_IN_CATALOG.accelerators[id]!
const knobOf = (id: ChipKnobId) => CHIP_KNOBS.find((knob) => knob.id === id)!
const h100 = entryOf('h100-sxm')

it.each([
  ['memory-bandwidth', 'hbmBandwidthBytesPerSecond', 2],
  ['arithmetic', 'flopPerSecond.16', 2],
  ['arithmetic', 'flopPerSecond.8', 2],
  ['memory', 'hbmBytes', 2],
  ['scale-up', 'scaleUp.perGpuBandwidthBytesPerSecond', 2],
  ['scale-out', 'scaleOut.perGpuBandwidthBytesPerSecond', 2],
  ['domain', 'scaleUp.domainSize', 2],
  ['price', 'priceUsdPerHour.value', 2],
  ['power', 'tdpWatts', 2],
] as const)('%s moves %s', (id, path, factor) => {
  const scaled = withKnob(h100, knobOf(id), factor)
  expect(valueAt(scaled, path)).toBeCloseTo(factor * (valueAt(h100, path) as number), 6)
})

it('a figure that is not known stays unknown, and one without limit without limit', () => {
  expect(valueAt(withKnob(h100, knobOf('arithmetic'), 2), 'flopPerSecond.4')).toBe(valueAt(h100, 'flopPerSecond.4'))
  const unlimited = entryOf('paper/TPU_v4')
  expect(valueAt(unlimited, 'intranodeAllreduceBytesPerSecond')).toBe('Infinity')
  expect(withKnob(unlimited, knobOf('scale-up'), 2)).toEqual(unlimited)
  expect(knobGap(knobOf('scale-up'), unlimited, 'paper')).toBe('Not known, or without limit.')
})

it('usable memory grows with the memory', () => {
  const entry = { ...h100, usableHbmBytes: 79e9 }
  expect(valueAt(withKnob(entry, knobOf('memory'), 1.5), 'usableHbmBytes')).toBeCloseTo(118.5e9, 0)
})

it('a domain is whole, and has at least one device', () => {
  expect(knobValue(knobOf('domain'), withKnob(h100, knobOf('domain'), 1.3))).toBe(10)
  expect(knobValue(knobOf('domain'), withKnob(h100, knobOf('domain'), 0.01))).toBe(1)
})

it('network latency is the usual unless the entry says otherwise', () => {
  expect(knobValue(knobOf('network-latency'), h100)).toBe(1)
  expect(knobValue(knobOf('network-latency'), withKnob(h100, knobOf('network-latency'), 0.5))).toBe(0.5)
})

it.each([
  ['h100-sxm', 'standard', ['power']],
  ['h100-sxm', 'paper', ['power']],
  // A torus has one kind of link; the paper takes the scale-up one and no domain.
  ['tpu-v5p', 'paper', ['domain', 'scale-out', 'power']],
  ['paper/H100', 'paper', ['power']],
] as const)('%s under the %s rules is not moved by %j', (id, rules, silent) => {
  const gaps = CHIP_KNOBS.filter((knob) => knobGap(knob, entryOf(id), rules) !== null).map((knob) => knob.id)
  expect(gaps).toEqual(silent)
})
