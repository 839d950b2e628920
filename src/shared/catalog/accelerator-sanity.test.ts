import { describe, expect, it } from 'vitest'
import { acceleratorFindings } from './accelerator-sanity.ts'
import { BUILT_IN_CATALOG } from './builtin.ts'
import { withValueAt } from './entry-path.ts'

const { accelerators } = BUILT_IN_CATALOG
const known = Object.values(accelerators)
const h100 = accelerators['h100-sxm']!

const owned = {
  purchaseUsd: 30_000,
  amortisationYears: 4,
  utilisation: 0.8,
  watts: 1000,
  pue: 1.3,
  usdPerKWh: 0.1,
  otherUsdPerYear: 0,
}

const changed = (changes: Readonly<Record<string, unknown>>) =>
  Object.entries(changes).reduce((entry, [path, value]) => withValueAt(entry, path, value), h100)

describe('every built-in entry', () => {
  it.each(Object.entries(accelerators))('%s has nothing that cannot be', (_, entry) => {
    expect(acceleratorFindings(entry, known).filter(({ severity }) => severity === 'error')).toEqual([])
  })
  it('is plausible beside the others, as the ranges are theirs; the L40S does have a fast network for a card', () => {
    expect(known.flatMap((entry) => acceleratorFindings(entry, known)).map(({ message }) => message)).toEqual([
      'The scale-out link has 50.0 GB/s, more than the scale-up link with 32.0 GB/s.',
    ])
  })
})

describe('an H100 with other figures', () => {
  it.each([
    [
      'a bandwidth in TB/s',
      { hbmBandwidthBytesPerSecond: 3.35e3 },
      'hbmBandwidthBytesPerSecond',
      /^Memory bandwidth is .* Is the unit right\?$/,
    ],
    [
      'memory in GiB of bytes',
      { hbmBytes: 80 },
      'hbmBytes',
      /^Memory is .* known accelerators have 16\.0 GB \(.*\) to .* Is the unit right/,
    ],
    ['no peak', { flopPerSecond: {} }, 'flopPerSecond.16', /^At least one peak is needed/],
    [
      'more usable than there is',
      { usableHbmBytes: 90e9 },
      'usableHbmBytes',
      /^Usable memory has 90\.0 GB, more than the memory of 80\.0 GB, even if/,
    ],
    ['a cache beyond its memory', { l2CacheBytes: 81e9 }, 'l2CacheBytes', /^The cache has 81\.0 GB, more than/],
    [
      'a price beside its arithmetic',
      { 'priceUsdPerHour.owned': owned },
      'priceUsdPerHour.value',
      /^The price says \$2\.95, its arithmetic \$1\.20 per hour/,
    ],
  ])('cannot be: %s', (_, changes, path, message) => {
    const findings = acceleratorFindings(changed(changes), known)
    expect(findings[0]!.severity).toBe('error')
    expect(findings).toContainEqual({ severity: 'error', path, message: expect.stringMatching(message) })
  })

  it.each([
    [
      'slower at 8 bits than at 16',
      { 'flopPerSecond.8': 500e12 },
      'flopPerSecond.8',
      '8-bit arithmetic has 500 TFLOP/s, less than 16-bit with 989 TFLOP/s.',
    ],
    [
      'links faster than memory',
      { 'scaleUp.perGpuBandwidthBytesPerSecond': 3.4e12 },
      'scaleUp.perGpuBandwidthBytesPerSecond',
      'The scale-up link has 3,400 GB/s, more than the memory with 3,350 GB/s.',
    ],
    [
      'network faster than links',
      { 'scaleOut.perGpuBandwidthBytesPerSecond': 460e9 },
      'scaleOut.perGpuBandwidthBytesPerSecond',
      'The scale-out link has 460 GB/s, more than the scale-up link with 450 GB/s.',
    ],
    [
      'links without a speed',
      { 'scaleUp.perGpuBandwidthBytesPerSecond': null },
      'scaleUp.perGpuBandwidthBytesPerSecond',
      'A domain of 8 devices has no link speed: the links count as unlimited.',
    ],
    [
      'memory read in no time',
      { hbmBytes: 8e9 },
      'hbmBandwidthBytesPerSecond',
      /^The time to read the whole memory once is 2\.39 ms; known accelerators have 13\.1 ms \(.*Rubin.*\) to 96\.5 ms|80\.0 ms \(/,
    ],
    [
      'much arithmetic for its memory',
      { hbmBandwidthBytesPerSecond: 1e12 },
      'flopPerSecond.16',
      /^16-bit arithmetic for each byte of memory traffic is 989 FLOP\/byte; known/,
    ],
    ['little power', { tdpWatts: 100 }, 'tdpWatts', /^16-bit arithmetic for each watt is 9,890 GFLOP\/s\/W; known/],
    [
      'a price of a whole node',
      { 'priceUsdPerHour.value': 23.6 },
      'priceUsdPerHour.value',
      /^The price of an hour is \$23\.6; known accelerators have \$0\.340 \(/,
    ],
    [
      'a domain of a billion',
      { 'scaleUp.domainSize': 12_000 },
      'scaleUp.domainSize',
      /^Scale-up domain is 12,000 devices; known/,
    ],
  ])('is told as not likely: %s', (_, changes, path, message) => {
    const findings = acceleratorFindings(changed(changes), known)
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([])
    expect(findings).toContainEqual({
      severity: 'warning',
      path,
      message: typeof message === 'string' ? message : expect.stringMatching(message),
    })
  })

  it('takes a price that is its arithmetic', () => {
    const priced = changed({ 'priceUsdPerHour.owned': owned, 'priceUsdPerHour.value': 1.2 })
    expect(acceleratorFindings(priced, known)).toEqual([])
  })
})

it('an entry in the form of the paper is told of by its own names', () => {
  const paper = withValueAt(accelerators['paper/H100']!, 'usdPerHour', 40)
  expect(acceleratorFindings(paper, known).map(({ path }) => path)).toEqual(['usdPerHour'])
  const fast = withValueAt(accelerators['paper/H100']!, 'internodeAllreduceBytesPerSecond', 230e9)
  expect(acceleratorFindings(fast, known).map(({ message }) => message)).toEqual([
    'An all-reduce between nodes has 230 GB/s, more than one within a node with 225 GB/s.',
  ])
})
