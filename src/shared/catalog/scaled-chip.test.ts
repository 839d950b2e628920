import { expect, it } from 'vitest'
import { acceleratorEntrySchema, listPrice, type VendorAccelerator } from './accelerator-entry.ts'
import { acceleratorFindings } from './accelerator-sanity.ts'
import { BUILT_IN_CATALOG } from './builtin.ts'
import { parsedEntry } from './finding.ts'
import { changesOfChip, scaledChip } from './scaled-chip.ts'

const known = Object.values(BUILT_IN_CATALOG.accelerators)
const h100 = BUILT_IN_CATALOG.accelerators['h100-sxm'] as VendorAccelerator
const identity = { name: 'H100 with HBM4', asOf: '2026-11' }

it('says of each figure what it was scaled from, and keeps the sources of the others', () => {
  const chip = scaledChip(h100, { 'memory-bandwidth': 1.5 }, identity) as VendorAccelerator
  expect(chip.sources['hbmBandwidthBytesPerSecond']).toEqual([
    `scaled from ${h100.name} (2026-11): Memory bandwidth ×1.50`,
  ])
  expect(chip.confidence['hbmBandwidthBytesPerSecond']).toBe('own figure')
  expect(chip.sources['hbmBytes']).toEqual(h100.sources['hbmBytes'])
  expect(chip).toMatchObject({ name: identity.name, status: 'not built', hbmBandwidthBytesPerSecond: 5.025e12 })
  expect(chip.notes).toBe(`Not built: scaled from ${h100.name}, HBM bandwidth ×1.50.`)
})

it('a scaled price is no price of the market: no arithmetic, no other offers', () => {
  const owned = {
    purchaseUsd: 3e4,
    amortisationYears: 4,
    utilisation: 0.8,
    watts: 700,
    pue: 1.3,
    usdPerKWh: 0.1,
    otherUsdPerYear: 0,
  }
  const original = { ...h100, priceUsdPerHour: { ...h100.priceUsdPerHour, owned } }
  const chip = scaledChip(original, { price: 2 }, identity) as VendorAccelerator
  expect(listPrice(chip)).toBeCloseTo(2 * listPrice(h100)!, 9)
  expect(chip.priceUsdPerHour).toEqual({
    value: listPrice(chip),
    kind: `scaled from ${h100.name}`,
    asOf: '2026-11',
  })
  expect(chip.otherPrices).toEqual([])
})

it('is the original under another name while nothing is changed', () => {
  expect(scaledChip(h100, { 'memory-bandwidth': 1 }, identity)).toEqual({ ...h100, name: identity.name })
  expect(changesOfChip(h100, { memory: 1 })).toEqual([])
  expect(changesOfChip(h100, { memory: 2, 'network-latency': 0.5 })).toEqual([
    'Memory capacity ×2.00',
    'Network latency ×0.500',
  ])
})

it('every entry of the catalog gives one that the catalog takes back', () => {
  for (const entry of known) {
    const factors = { 'memory-bandwidth': 1.1, arithmetic: 1.1, memory: 1.1, domain: 2, price: 1.1, power: 1.1 }
    const chip = scaledChip(entry, { ...factors, 'network-latency': 0.9 }, identity)
    expect(parsedEntry(acceleratorEntrySchema, chip).findings).toEqual([])
    expect(acceleratorFindings(chip, known).filter(({ severity }) => severity === 'error')).toEqual([])
  }
})

it.each([
  [{ 'memory-bandwidth': 6 }, 'The time to read the whole memory once'],
  [{ 'scale-up': 8 }, 'more than the memory'],
  [{ 'network-latency': 0.1 }, 'Network latency is 0.100 times the usual'],
] as const)('%j is warned of', (factors, told) => {
  const messages = acceleratorFindings(scaledChip(h100, factors, identity), known).map(({ message }) => message)
  expect(messages.join('\n')).toContain(told)
})
