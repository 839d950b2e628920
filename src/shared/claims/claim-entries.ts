import {
  isPaperAccelerator,
  listPrice,
  toAccelerator,
  acceleratorName,
  type AcceleratorEntry,
  type PaperAccelerator,
} from '../catalog/accelerator-entry.ts'
import type { Catalog } from '../catalog/builtin.ts'
import { modelName, type ModelEntry } from '../catalog/model-entry.ts'
import { threeSignificant } from '../report/format.ts'
import { findEntry } from '../scenario/entries.ts'

/** "×0.250". */
export const factorInWords = (factor: number): string => `×${threeSignificant(factor)}`

/** @throws InputError that names ids alike */
export const acceleratorOf = (catalog: Catalog, id: string): AcceleratorEntry =>
  findEntry(catalog.accelerators, id, 'accelerator', 'accelerator')

/** @throws InputError that names ids alike */
export const modelOf = (catalog: Catalog, id: string): ModelEntry => findEntry(catalog.models, id, 'model', 'model')

/** As people say it, without the maker; the paper has several models of one name, which its own key tells apart. */
export const shortAcceleratorName = (entry: AcceleratorEntry): string =>
  acceleratorName(entry).replace(/^(NVIDIA|AMD|Google) /, '')

export const shortModelName = (catalog: Catalog, id: string): string =>
  id.startsWith('paper/') ? id.slice('paper/'.length).replaceAll('_', ' ') : modelName(modelOf(catalog, id))

/** The same accelerator with another HBM bandwidth. */
export function withBandwidth(entry: AcceleratorEntry, factor: number): AcceleratorEntry {
  const name = `${acceleratorName(entry)}, HBM bandwidth ${factorInWords(factor)}`
  const changed = { hbmBandwidthBytesPerSecond: factor * entry.hbmBandwidthBytesPerSecond }
  return isPaperAccelerator(entry) ? { ...entry, ...changed, label: name } : { ...entry, ...changed, name }
}

const orUnlimited = (rate: number): number | 'Infinity' => (rate === Infinity ? 'Infinity' : rate)

/** The accelerator as the paper's rules see it, but that kernels and collectives take no time by themselves. */
export function withoutLatencies(entry: AcceleratorEntry): PaperAccelerator {
  const seen = toAccelerator(entry)
  return {
    label: `${acceleratorName(entry)} without latencies`,
    flopPerSecond: Object.fromEntries(seen.peaks.map(({ bits, flopPerSecond }) => [bits, flopPerSecond])),
    hbmBytes: seen.hbmBytes,
    hbmBandwidthBytesPerSecond: seen.hbmBandwidthBytesPerSecond,
    intranodeAllreduceBytesPerSecond: orUnlimited(seen.intraNodeBytesPerSecond),
    internodeAllreduceBytesPerSecond: orUnlimited(seen.interNodeBytesPerSecond),
    nodeSize: seen.nodeSize,
    usdPerHour: listPrice(entry),
    kernelLaunchSeconds: 0,
    networkLatencyFactor: 0,
    arithmeticCap: seen.arithmeticCap,
    memoryBandwidthCap: seen.memoryBandwidthCap,
    collectives: seen.collectives,
  }
}
