import { isPaperAccelerator, type AcceleratorEntry } from './accelerator-entry.ts'
import { figuresIn, type Figure } from './figure.ts'

const arithmetic = figuresIn('Arithmetic')
const memory = figuresIn('Memory')
const links = figuresIn('Links, one way for each device')
const power = figuresIn('Power')

const latency = links('networkLatencyFactor', 'Network latency', 'times the usual', 1, 'absent')

const PEAKS: readonly Figure[] = [
  arithmetic('flopPerSecond.4', '4-bit peak', 'TFLOP/s', 1e12),
  arithmetic('flopPerSecond.8', '8-bit peak', 'TFLOP/s', 1e12),
  arithmetic('flopPerSecond.16', '16-bit peak', 'TFLOP/s', 1e12),
  arithmetic('flopPerSecond.32', '32-bit peak', 'TFLOP/s', 1e12),
]

const HBM: readonly Figure[] = [
  memory('hbmBytes', 'Memory', 'GB', 1e9, 'needed'),
  memory('hbmBandwidthBytesPerSecond', 'Memory bandwidth', 'GB/s', 1e9, 'needed'),
]

/** Figures of an entry as its maker describes it. */
export const VENDOR_FIGURES: readonly Figure[] = [
  ...PEAKS,
  arithmetic('int8FlopPerSecond', '8-bit integer peak', 'TOP/s', 1e12, 'absent', 'flopPerSecond'),
  ...HBM,
  memory('usableHbmBytes', 'Usable memory', 'GB', 1e9, 'absent', 'hbmBytes'),
  memory('l2CacheBytes', 'Last-level cache', 'MB', 1e6),
  links('scaleUp.perGpuBandwidthBytesPerSecond', 'Scale-up link', 'GB/s', 1e9),
  links('scaleUp.domainSize', 'Scale-up domain', 'devices', 1, 'needed'),
  links('scaleOut.perGpuBandwidthBytesPerSecond', 'Scale-out link', 'GB/s', 1e9),
  latency,
  power('tdpWatts', 'Rated power', 'W', 1),
]

const reached = figuresIn('What the paper assumes')

/** Figures of an entry in the form of the paper's notebook. */
export const PAPER_FIGURES: readonly Figure[] = [
  ...PEAKS,
  ...HBM,
  links('intranodeAllreduceBytesPerSecond', 'All-reduce within a node', 'GB/s', 1e9, 'needed'),
  links('nodeSize', 'Devices of a node', 'devices', 1, 'needed'),
  links('internodeAllreduceBytesPerSecond', 'All-reduce between nodes', 'GB/s', 1e9, 'needed'),
  latency,
  reached('kernelLaunchSeconds', 'Kernel launch', 'µs', 1e-6, 'needed'),
  reached('arithmeticCap', 'Share of peak arithmetic', 'of 1', 1, 'needed'),
  reached('memoryBandwidthCap', 'Share of memory bandwidth', 'of 1', 1, 'needed'),
]

/** Prices have dates and kinds of their own; as a figure the list price is one of them. */
const PRICE_FIGURES: readonly Figure[] = [
  figuresIn('Price')('priceUsdPerHour.value', 'List price', 'USD per hour', 1),
  figuresIn('Price')('usdPerHour', 'Price', 'USD per hour', 1),
]

/** Figures of an entry with its list price. */
export const pricedFiguresOf = (entry: AcceleratorEntry): readonly Figure[] => [...figuresOf(entry), ...PRICE_FIGURES]

export const figuresOf = (entry: AcceleratorEntry): readonly Figure[] =>
  isPaperAccelerator(entry) ? PAPER_FIGURES : VENDOR_FIGURES
