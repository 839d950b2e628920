import type { RulesId } from '../model/rules.ts'
import { isPaperAccelerator, listPrice, toAccelerator, toChip, type AcceleratorEntry } from './accelerator-entry.ts'
import { numberAt, withValueAt } from './entry-path.ts'

/** Figures of an accelerator that are scaled together, as the design of a chip has them. */
export interface ChipKnob {
  readonly id: ChipKnobId
  readonly label: string
  readonly unit: string
  /** What one of the unit is in the entry's terms. */
  readonly perUnit: number
  /** The figures, in a maker's entry and in one of the paper's notebook; the first that is known is shown. */
  readonly paths: readonly string[]
  readonly paperPaths: readonly string[]
  /** What an entry without any of the figures counts as having. */
  readonly usual: number | null
  /** A count of devices. */
  readonly isWhole: boolean
}

export type ChipKnobId =
  | 'memory-bandwidth'
  | 'arithmetic'
  | 'memory'
  | 'scale-up'
  | 'domain'
  | 'scale-out'
  | 'network-latency'
  | 'price'
  | 'power'

const knob = (
  id: ChipKnobId,
  label: string,
  [unit, perUnit]: readonly [string, number],
  paths: readonly string[],
  paperPaths: readonly string[] = paths,
  { usual = null, isWhole = false }: Partial<Pick<ChipKnob, 'usual' | 'isWhole'>> = {},
): ChipKnob => ({ id, label, unit, perUnit, paths, paperPaths, usual, isWhole })

const GB_PER_SECOND = ['GB/s', 1e9] as const

/** Widths in the order in which one stands for all: 16 bits are published of nearly every chip. */
const PEAKS = ['16', '8', '4', '32'].map((bits) => `flopPerSecond.${bits}`)

export const CHIP_KNOBS: readonly ChipKnob[] = [
  knob('memory-bandwidth', 'HBM bandwidth', GB_PER_SECOND, ['hbmBandwidthBytesPerSecond']),
  knob('arithmetic', 'FLOP/s, all precisions', ['TFLOP/s', 1e12], [...PEAKS, 'int8FlopPerSecond'], PEAKS),
  knob('memory', 'Memory capacity', ['GB', 1e9], ['hbmBytes', 'usableHbmBytes'], ['hbmBytes']),
  knob(
    'scale-up',
    'Scale-up link',
    GB_PER_SECOND,
    ['scaleUp.perGpuBandwidthBytesPerSecond'],
    ['intranodeAllreduceBytesPerSecond'],
  ),
  knob('domain', 'Scale-up domain', ['devices', 1], ['scaleUp.domainSize'], ['nodeSize'], { isWhole: true }),
  knob(
    'scale-out',
    'Scale-out link',
    GB_PER_SECOND,
    ['scaleOut.perGpuBandwidthBytesPerSecond'],
    ['internodeAllreduceBytesPerSecond'],
  ),
  knob('network-latency', 'Network latency', ['times the usual', 1], ['networkLatencyFactor'], undefined, { usual: 1 }),
  knob('price', 'Price', ['USD per hour', 1], ['priceUsdPerHour.value'], ['usdPerHour']),
  knob('power', 'Rated power', ['W', 1], ['tdpWatts'], []),
]

/** Times the original's figures; 1 where there is none. */
export type ChipFactors = Readonly<Partial<Record<ChipKnobId, number>>>

export const pathsOf = ({ paths, paperPaths }: ChipKnob, entry: AcceleratorEntry): readonly string[] =>
  isPaperAccelerator(entry) ? paperPaths : paths

/** What stands for the knob's figures; null where none is known, or there is no limit. */
export function knobValue(one: ChipKnob, entry: AcceleratorEntry): number | null {
  const known = pathsOf(one, entry).flatMap((path) => numberAt(entry, path) ?? [])
  return known[0] ?? one.usual
}

const times = (value: number, factor: number, { isWhole }: ChipKnob): number => {
  const scaled = Number((value * factor).toPrecision(12))
  return isWhole ? Math.max(1, Math.round(scaled)) : scaled
}

/** An entry with the figures of one knob so many times as large; those that are not known stay so. */
export function withKnob(entry: AcceleratorEntry, one: ChipKnob, factor: number): AcceleratorEntry {
  if (factor === 1) return entry
  return pathsOf(one, entry).reduce((scaled, path) => {
    const value = numberAt(entry, path) ?? one.usual
    return value === null ? scaled : withValueAt(scaled, path, times(value, factor, one))
  }, entry)
}

/** All that a frontier reads of an entry. */
const read = (entry: AcceleratorEntry, rules: RulesId): string =>
  JSON.stringify([rules === 'standard' ? toChip(entry) : toAccelerator(entry), listPrice(entry)])

/**
 * Why a knob moves no frontier, in words; null where the rules read its figures. Asked of the conversion to the model's terms
 * itself, so that it cannot say anything else than what is computed.
 */
export function knobGap(one: ChipKnob, entry: AcceleratorEntry, rules: RulesId): string | null {
  if (one.id === 'power') return 'Moves neither speed nor cost; energy per token follows it.'
  if (knobValue(one, entry) === null) return one.id === 'price' ? 'No price is known.' : 'Not known, or without limit.'
  if (read(withKnob(entry, one, 2), rules) !== read(entry, rules)) return null
  return `Moves nothing: ${rules === 'paper' ? 'the paper’s' : 'the standard'} rules do not read it of this entry.`
}
