import * as v from 'valibot'
import type { Accelerator } from '../model/accelerator.ts'
import type { Chip, Generation } from '../model/standard/chip.ts'
import { ownedCostSchema } from './owned-cost.ts'
import { citation, count, entryName, hasField, positive, share, text, unlimited, zeroOrMore } from './quantity.ts'

const peaks = v.strictObject({
  4: v.optional(v.nullable(positive)),
  8: v.optional(v.nullable(positive)),
  16: v.optional(v.nullable(positive)),
  32: v.optional(v.nullable(positive)),
})

/** On every time in a collective that does not grow with its bytes, for a chip that is not built yet; 1 where there is none, 0 to see what speed would be without. */
const networkLatencyFactor = v.optional(zeroOrMore)

/** An accelerator as the paper's notebook has it: constants of the cost model (model-spec A2). */
export const paperAcceleratorSchema = v.strictObject({
  label: entryName,
  flopPerSecond: peaks,
  hbmBandwidthBytesPerSecond: positive,
  hbmBytes: positive,
  intranodeAllreduceBytesPerSecond: unlimited,
  internodeAllreduceBytesPerSecond: unlimited,
  nodeSize: v.pipe(count, v.minValue(1, 'at least 1')),
  usdPerHour: v.nullable(positive),
  /** What the price is, where it is not the paper's. */
  priceKind: v.optional(text),
  priceAsOf: v.optional(text),
  kernelLaunchSeconds: v.pipe(v.number('a number'), v.minValue(0, 'a number from 0')),
  arithmeticCap: share,
  memoryBandwidthCap: share,
  collectives: v.picklist(['nccl', 'nccl-zero-base-latency', 'torus'], '"nccl", "nccl-zero-base-latency" or "torus"'),
  networkLatencyFactor,
})

const link = { tech: text, perGpuBandwidthBytesPerSecond: v.nullable(positive) }

/** An accelerator as vendors describe it, with the source of every figure. */
export const vendorAcceleratorSchema = v.strictObject({
  id: text,
  name: entryName,
  vendor: text,
  year: count,
  status: text,
  unit: text,
  flopPerSecond: peaks,
  formats: v.record(v.string(), text),
  int8FlopPerSecond: v.optional(positive),
  memoryType: text,
  hbmBytes: positive,
  usableHbmBytes: v.optional(positive),
  hbmBandwidthBytesPerSecond: positive,
  l2CacheBytes: v.nullable(positive),
  scaleUp: v.strictObject({ ...link, domainSize: v.pipe(count, v.minValue(1, 'at least 1')), topology: text }),
  scaleOut: v.strictObject(link),
  networkLatencyFactor,
  tdpWatts: v.nullable(positive),
  priceUsdPerHour: v.strictObject({
    value: v.nullable(positive),
    kind: v.nullable(text),
    asOf: v.nullable(text),
    owned: v.optional(ownedCostSchema),
  }),
  otherPrices: v.array(
    v.strictObject({
      value: positive,
      kind: text,
      asOf: text,
      source: v.optional(citation),
      owned: v.optional(ownedCostSchema),
    }),
  ),
  collectiveLatencyFamily: text,
  paperCollectiveFunction: v.picklist(['nccl', 'ring-tpu'], '"nccl" or "ring-tpu"'),
  confidence: v.record(v.string(), text),
  notes: v.optional(text),
  sources: v.record(v.string(), citation),
})

/** Either form, told apart by a field that only the paper's has, so that an error names the field at fault. */
export const acceleratorEntrySchema = v.lazy((input) =>
  hasField(input, 'collectives') ? paperAcceleratorSchema : vendorAcceleratorSchema,
)

export type PaperAccelerator = v.InferOutput<typeof paperAcceleratorSchema>
export type VendorAccelerator = v.InferOutput<typeof vendorAcceleratorSchema>
export type AcceleratorEntry = PaperAccelerator | VendorAccelerator

/** Tells the notebook's form from a maker's. */
export const isPaperAccelerator = (entry: AcceleratorEntry): entry is PaperAccelerator => 'collectives' in entry

/** What the paper assumes of every GPU: launch time and the shares of the peaks that are reached (its H100). */
const PAPER_GPU = { kernelLaunchSeconds: 4e-6, arithmeticCap: 0.7, memoryBandwidthCap: 0.75 } as const
/** What it assumes of chips in a torus (its TPU v4 and LPU). */
const PAPER_TORUS = { kernelLaunchSeconds: 4e-6, arithmeticCap: 1, memoryBandwidthCap: 1 } as const

/** @returns how much longer than usual a collective takes whatever its bytes */
const latencyFactor = (entry: AcceleratorEntry): number => entry.networkLatencyFactor ?? 1

const orUnlimited = (rate: number | 'Infinity'): number => (rate === 'Infinity' ? Infinity : rate)

function peakRates(rates: AcceleratorEntry['flopPerSecond']): Accelerator['peaks'] {
  return Object.entries(rates)
    .flatMap(([bits, rate]) => (rate == null ? [] : [{ bits: Number(bits), flopPerSecond: rate }]))
    .toSorted((a, b) => a.bits - b.bits)
}

/**
 * The cost model's view of an entry. A vendor's entry takes the paper's assumptions: an all-reduce gets half of a link's
 * one-way bandwidth on NCCL (data go up and come down), all of it between neighbours of a torus.
 */
export function toAccelerator(entry: AcceleratorEntry): Accelerator {
  if (isPaperAccelerator(entry)) {
    return {
      name: entry.label,
      peaks: peakRates(entry.flopPerSecond),
      hbmBytes: entry.hbmBytes,
      hbmBandwidthBytesPerSecond: entry.hbmBandwidthBytesPerSecond,
      intraNodeBytesPerSecond: orUnlimited(entry.intranodeAllreduceBytesPerSecond),
      interNodeBytesPerSecond: orUnlimited(entry.internodeAllreduceBytesPerSecond),
      nodeSize: entry.nodeSize,
      kernelLaunchSeconds: entry.kernelLaunchSeconds,
      arithmeticCap: entry.arithmeticCap,
      memoryBandwidthCap: entry.memoryBandwidthCap,
      collectives: entry.collectives,
      latencyFactor: latencyFactor(entry),
    }
  }
  const up = entry.scaleUp.perGpuBandwidthBytesPerSecond ?? Infinity
  const out = entry.scaleOut.perGpuBandwidthBytesPerSecond ?? up
  const torus = entry.paperCollectiveFunction === 'ring-tpu'
  return {
    name: entry.name,
    peaks: peakRates(entry.flopPerSecond),
    hbmBytes: entry.hbmBytes,
    hbmBandwidthBytesPerSecond: entry.hbmBandwidthBytesPerSecond,
    intraNodeBytesPerSecond: torus ? Infinity : up / 2,
    interNodeBytesPerSecond: torus ? up : out / 2,
    nodeSize: torus ? 1 : entry.scaleUp.domainSize,
    ...(torus ? PAPER_TORUS : PAPER_GPU),
    collectives: torus ? 'torus' : 'nccl',
    latencyFactor: latencyFactor(entry),
  }
}

/** Scale-up links tell NVIDIA's generations apart; cards without them go by their year. */
function generationOf({ vendor, year, scaleUp }: VendorAccelerator): Generation {
  if (vendor === 'AMD') return 'cdna'
  const nvLink = /^NVLink (\d)/.exec(scaleUp.tech)?.[1]
  if (nvLink !== undefined) return nvLink < '4' ? 'ampere' : nvLink === '4' ? 'hopper' : 'blackwell'
  return year < 2022 ? 'ampere' : year < 2025 ? 'hopper' : 'blackwell'
}

/** Why the standard rules cannot take an entry, in words that follow its name; null where they can. */
export function standardGap(entry: AcceleratorEntry): string | null {
  if (isPaperAccelerator(entry))
    return 'which has the paper’s constants only; the standard rules need an accelerator of the catalog, such as h100-sxm'
  if (!/^(NVLink|Infinity Fabric|UALink|PCIe)/.test(entry.scaleUp.tech))
    return `whose links (${entry.scaleUp.tech}) the standard rules have no constants for; use the paper’s rules`
  if (!peakRates(entry.flopPerSecond).some(({ bits }) => bits >= 16)) return 'for which no 16-bit peak is known'
  return null
}

/**
 * The standard rules' view of an entry; null for the paper's, which say nothing of links one way and formats. A device
 * alone in its domain takes its scale-out speed for both.
 */
export function toChip(entry: AcceleratorEntry): Chip | null {
  if (isPaperAccelerator(entry)) return null
  const out = entry.scaleOut.perGpuBandwidthBytesPerSecond
  const up = entry.scaleUp.perGpuBandwidthBytesPerSecond ?? out ?? Infinity
  return {
    name: entry.name,
    generation: generationOf(entry),
    isNvidia: entry.vendor === 'NVIDIA',
    peaks: peakRates(entry.flopPerSecond),
    hasFp8: /^(mx)?fp8/.test(entry.formats['8'] ?? ''),
    hasFp4: /fp4/.test(entry.formats['4'] ?? ''),
    hbmBytes: entry.hbmBytes,
    usableHbmBytes: entry.usableHbmBytes ?? entry.hbmBytes,
    hbmBytesPerSecond: entry.hbmBandwidthBytesPerSecond,
    scaleUpBytesPerSecond: up,
    scaleOutBytesPerSecond: out ?? up,
    domainSize: entry.scaleUp.domainSize,
    isPcie: entry.scaleUp.tech.startsWith('PCIe'),
    networkLatencyFactor: latencyFactor(entry),
  }
}

/** USD per GPU-hour of the entry, null where no price is known. */
export const listPrice = (entry: AcceleratorEntry): number | null =>
  isPaperAccelerator(entry) ? entry.usdPerHour : entry.priceUsdPerHour.value

/** Where an entry keeps its list price. */
export const listPricePath = (entry: AcceleratorEntry): string =>
  isPaperAccelerator(entry) ? 'usdPerHour' : 'priceUsdPerHour.value'

/** Watts that the maker rates a GPU at (TDP), null where they are not known; the paper has no figure of power. */
export const ratedWatts = (entry: AcceleratorEntry): number | null =>
  isPaperAccelerator(entry) ? null : entry.tdpWatts

export const acceleratorName = (entry: AcceleratorEntry): string =>
  isPaperAccelerator(entry) ? entry.label : entry.name
