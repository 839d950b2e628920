import { duration, threeSignificant, usd } from '../report/format.ts'
import {
  acceleratorName,
  isPaperAccelerator,
  listPrice,
  listPricePath,
  ratedWatts,
  type AcceleratorEntry,
} from './accelerator-entry.ts'
import { figuresOf } from './accelerator-figures.ts'
import { numberAt } from './entry-path.ts'
import { rangeOf, type Range } from './figure-range.ts'
import type { Finding } from './finding.ts'
import { ownedUsdPerHour, type OwnedCost } from './owned-cost.ts'

/** A figure so many times beyond all known ones is a slip of units, not a new chip. */
const BEYOND_BELIEF = 100

/** A maker that counts in GiB and says GB leaves this much more than it states. */
const GIB_PER_GB = 2 ** 30 / 1e9

/** SRAM is read in microseconds, DRAM in tens of milliseconds: neither says anything of the other. */
const isSram = (entry: AcceleratorEntry): boolean =>
  isPaperAccelerator(entry) ? entry.hbmBytes / entry.hbmBandwidthBytesPerSecond < 1e-3 : /SRAM/.test(entry.memoryType)

const likeMemory = (entry: AcceleratorEntry, others: readonly AcceleratorEntry[]): AcceleratorEntry[] =>
  others.filter((other) => isSram(other) === isSram(entry))

/** A number that follows from several figures, and is alike from chip to chip. */
interface Measure {
  readonly label: string
  /** The figure it is told at. */
  readonly path: (entry: AcceleratorEntry) => string
  readonly value: (entry: AcceleratorEntry) => number | null
  readonly words: (value: number) => string
  /** Only among entries whose memory is alike. */
  readonly byMemory: boolean
}

const ratio = (over: number | null, under: number | null): number | null =>
  over === null || under === null ? null : over / under

const MEASURES: readonly Measure[] = [
  {
    label: 'The time to read the whole memory once',
    path: () => 'hbmBandwidthBytesPerSecond',
    value: (entry) => entry.hbmBytes / entry.hbmBandwidthBytesPerSecond,
    words: duration,
    byMemory: true,
  },
  {
    label: '16-bit arithmetic for each byte of memory traffic',
    path: () => 'flopPerSecond.16',
    value: (entry) => ratio(numberAt(entry, 'flopPerSecond.16'), entry.hbmBandwidthBytesPerSecond),
    words: (value) => `${threeSignificant(value)} FLOP/byte`,
    byMemory: true,
  },
  {
    label: '16-bit arithmetic for each watt',
    path: () => 'tdpWatts',
    value: (entry) => ratio(numberAt(entry, 'flopPerSecond.16'), ratedWatts(entry)),
    words: (value) => `${threeSignificant(value / 1e9)} GFLOP/s/W`,
    byMemory: false,
  },
  { label: 'The price of an hour', path: listPricePath, value: listPrice, words: usd, byMemory: false },
]

const inRange = (words: (value: number) => string, { least, most }: Range): string =>
  `${words(least.value)} (${least.name}) to ${words(most.value)} (${most.name})`

function figureFindings(entry: AcceleratorEntry, others: readonly AcceleratorEntry[]): Finding[] {
  const alike = likeMemory(entry, others)
  return figuresOf(entry).flatMap(({ path, label, unit, perUnit, group }): Finding[] => {
    const value = numberAt(entry, path)
    const range = rangeOf(group === 'Memory' ? alike : others, acceleratorName, (other) => numberAt(other, path))
    if (value === null || range === null || (value >= range.least.value && value <= range.most.value)) return []
    const words = (number: number) => `${threeSignificant(number / perUnit)} ${unit}`
    const beyond = value < range.least.value / BEYOND_BELIEF || value > range.most.value * BEYOND_BELIEF
    const known = `known accelerators have ${inRange(words, range)}`
    return [
      beyond
        ? { severity: 'error', path, message: `${label} is ${words(value)}; ${known}. Is the unit right?` }
        : { severity: 'warning', path, message: `${label} is ${words(value)}; ${known}.` },
    ]
  })
}

function measureFindings(entry: AcceleratorEntry, others: readonly AcceleratorEntry[]): Finding[] {
  return MEASURES.flatMap(({ label, path, value, words, byMemory }): Finding[] => {
    const own = value(entry)
    const range = rangeOf(byMemory ? likeMemory(entry, others) : others, acceleratorName, value)
    if (own === null || range === null || (own >= range.least.value && own <= range.most.value)) return []
    const message = `${label} is ${words(own)}; known accelerators have ${inRange(words, range)}.`
    return [{ severity: 'warning', path: path(entry), message }]
  })
}

/** Fewer bits are never slower: where a width has no path of its own, the chip falls back to the wider. */
function peakFindings(entry: AcceleratorEntry): Finding[] {
  const peaks = (['4', '8', '16', '32'] as const).flatMap((bits) => {
    const rate = numberAt(entry, `flopPerSecond.${bits}`)
    return rate === null ? [] : [{ bits, rate }]
  })
  if (peaks.length === 0)
    return [{ severity: 'error', path: 'flopPerSecond.16', message: 'At least one peak is needed; 16 bits is usual.' }]
  return peaks.flatMap(({ bits, rate }, at): Finding[] => {
    const wider = peaks[at + 1]
    if (wider === undefined || rate >= wider.rate) return []
    const [own, other] = [rate, wider.rate].map((one) => `${threeSignificant(one / 1e12)} TFLOP/s`)
    const message = `${bits}-bit arithmetic has ${own}, less than ${wider.bits}-bit with ${other}.`
    return [{ severity: 'warning', path: `flopPerSecond.${bits}`, message }]
  })
}

const faster = (entry: AcceleratorEntry, path: string, what: string, limitPath: string, limit: string): Finding[] => {
  const [own, other] = [numberAt(entry, path), numberAt(entry, limitPath)]
  if (own === null || other === null || own <= other) return []
  const [rate, below] = [own, other].map((one) => `${threeSignificant(one / 1e9)} GB/s`)
  return [{ severity: 'warning', path, message: `${what} has ${rate}, more than ${limit} with ${below}.` }]
}

function linkFindings(entry: AcceleratorEntry): Finding[] {
  const memory = 'hbmBandwidthBytesPerSecond'
  if (isPaperAccelerator(entry))
    return [
      ...faster(entry, 'intranodeAllreduceBytesPerSecond', 'An all-reduce in a node', memory, 'the memory'),
      ...faster(
        entry,
        'internodeAllreduceBytesPerSecond',
        'An all-reduce between nodes',
        'intranodeAllreduceBytesPerSecond',
        'one within a node',
      ),
    ]
  const [up, out] = ['scaleUp.perGpuBandwidthBytesPerSecond', 'scaleOut.perGpuBandwidthBytesPerSecond'] as const
  const silent: Finding = {
    severity: 'warning',
    path: up,
    message: `A domain of ${entry.scaleUp.domainSize} devices has no link speed: the links count as unlimited.`,
  }
  return [
    ...faster(entry, up, 'The scale-up link', memory, 'the memory'),
    ...faster(entry, out, 'The scale-out link', up, 'the scale-up link'),
    ...(entry.scaleUp.domainSize > 1 && numberAt(entry, up) === null ? [silent] : []),
  ]
}

function capacityFindings(entry: AcceleratorEntry): Finding[] {
  const parts = [
    ['usableHbmBytes', 'Usable memory', GIB_PER_GB, ', even if its maker counts in GiB'],
    ['l2CacheBytes', 'The cache', 1, ''],
  ] as const
  return parts.flatMap(([path, what, most, even]): Finding[] => {
    const bytes = numberAt(entry, path)
    // The same number of GB and GiB may differ in its last bit.
    if (bytes === null || bytes <= entry.hbmBytes * most * (1 + 1e-9)) return []
    const [own, whole] = [bytes, entry.hbmBytes].map((one) => `${threeSignificant(one / 1e9)} GB`)
    return [{ severity: 'error', path, message: `${what} has ${own}, more than the memory of ${whole}${even}.` }]
  })
}

/** The floors of measured all-reduce kernels, engine by engine, are within this factor of each other (2.35 to 9.48 us). */
const LATENCY_SPREAD = 4

function latencyFindings({ networkLatencyFactor: factor = 1 }: AcceleratorEntry): Finding[] {
  if (factor <= LATENCY_SPREAD && factor >= 1 / LATENCY_SPREAD) return []
  const message = `Network latency is ${threeSignificant(factor)} times the usual; the all-reduces of measured engines are within a factor of ${LATENCY_SPREAD}.`
  return [{ severity: 'warning', path: 'networkLatencyFactor', message }]
}

/** A price that is worked out is what its arithmetic gives, to half a cent. */
function priceFindings(entry: AcceleratorEntry): Finding[] {
  if (isPaperAccelerator(entry)) return []
  const priced: readonly { readonly value: number | null; readonly owned?: OwnedCost | undefined }[] = [
    entry.priceUsdPerHour,
    ...entry.otherPrices,
  ]
  return priced.flatMap(({ value, owned }, at): Finding[] => {
    const price = owned === undefined ? value : ownedUsdPerHour(owned)
    if (value === price || (value !== null && price !== null && Math.abs(value - price) < 0.005)) return []
    const message = `The price says ${value === null ? 'nothing' : usd(value)}, its arithmetic ${usd(price!)} per hour.`
    return [{ severity: 'error', path: at === 0 ? 'priceUsdPerHour.value' : `otherPrices.${at - 1}.value`, message }]
  })
}

/**
 * What of an entry cannot be (errors) or is not likely (warnings), with the figures.
 * @param others entries that are believed, the built-in ones: what is plausible is their range
 */
export function acceleratorFindings(entry: AcceleratorEntry, others: readonly AcceleratorEntry[]): Finding[] {
  const found = [
    ...peakFindings(entry),
    ...capacityFindings(entry),
    ...priceFindings(entry),
    ...linkFindings(entry),
    ...latencyFindings(entry),
    ...figureFindings(entry, others),
    ...measureFindings(entry, others),
  ]
  return found.toSorted((a, b) => Number(b.severity === 'error') - Number(a.severity === 'error'))
}
