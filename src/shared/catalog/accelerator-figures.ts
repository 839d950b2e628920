import { isPaperAccelerator, type AcceleratorEntry } from './accelerator-entry.ts'

/** A number of an entry: where it is, what it is called, and how people read it. */
export interface Figure {
  readonly path: string
  readonly label: string
  readonly unit: string
  /** What one of the unit is in the entry's terms. */
  readonly perUnit: number
  readonly group: string
  /** The name its source and confidence are kept under. */
  readonly source: string
}

const figure =
  (group: string) =>
  (path: string, label: string, unit: string, perUnit: number, source = path.split('.')[0]!): Figure => ({
    path,
    label,
    unit,
    perUnit,
    group,
    source,
  })

const arithmetic = figure('Arithmetic')
const memory = figure('Memory')
const links = figure('Links, one way for each device')
const power = figure('Power')

const PEAKS: readonly Figure[] = [
  arithmetic('flopPerSecond.4', '4-bit peak', 'TFLOP/s', 1e12),
  arithmetic('flopPerSecond.8', '8-bit peak', 'TFLOP/s', 1e12),
  arithmetic('flopPerSecond.16', '16-bit peak', 'TFLOP/s', 1e12),
  arithmetic('flopPerSecond.32', '32-bit peak', 'TFLOP/s', 1e12),
]

const HBM: readonly Figure[] = [
  memory('hbmBytes', 'Memory', 'GB', 1e9),
  memory('hbmBandwidthBytesPerSecond', 'Memory bandwidth', 'GB/s', 1e9),
]

/** Figures of an entry as its maker describes it. */
export const VENDOR_FIGURES: readonly Figure[] = [
  ...PEAKS,
  arithmetic('int8FlopPerSecond', '8-bit integer peak', 'TOP/s', 1e12, 'flopPerSecond'),
  ...HBM,
  memory('usableHbmBytes', 'Usable memory', 'GB', 1e9, 'hbmBytes'),
  memory('l2CacheBytes', 'Last-level cache', 'MB', 1e6),
  links('scaleUp.perGpuBandwidthBytesPerSecond', 'Scale-up link', 'GB/s', 1e9),
  links('scaleUp.domainSize', 'Scale-up domain', 'devices', 1),
  links('scaleOut.perGpuBandwidthBytesPerSecond', 'Scale-out link', 'GB/s', 1e9),
  power('tdpWatts', 'Rated power', 'W', 1),
]

const reached = figure('What the paper assumes')

/** Figures of an entry in the form of the paper's notebook. */
export const PAPER_FIGURES: readonly Figure[] = [
  ...PEAKS,
  ...HBM,
  links('intranodeAllreduceBytesPerSecond', 'All-reduce within a node', 'GB/s', 1e9),
  links('nodeSize', 'Devices of a node', 'devices', 1),
  links('internodeAllreduceBytesPerSecond', 'All-reduce between nodes', 'GB/s', 1e9),
  reached('kernelLaunchSeconds', 'Kernel launch', 'µs', 1e-6),
  reached('arithmeticCap', 'Share of peak arithmetic', 'of 1', 1),
  reached('memoryBandwidthCap', 'Share of memory bandwidth', 'of 1', 1),
]

export const figuresOf = (entry: AcceleratorEntry): readonly Figure[] =>
  isPaperAccelerator(entry) ? PAPER_FIGURES : VENDOR_FIGURES
