import { toAccelerator } from '../catalog/accelerator-entry.ts'
import type { Catalog } from '../catalog/builtin.ts'
import { knownPrices } from '../catalog/known-prices.ts'
import type { RulesId } from '../model/rules.ts'
import { MEMORY_SHARE, STANDARD_CONSTANTS } from '../model/standard/constants.ts'
import { NO_RANGES, type Ranges } from './ranges.ts'
import type { Series } from './scenario.ts'

type Range = NonNullable<Ranges['kernelTime']>

const to = (figures: number) => (value: number) => Number(value.toPrecision(figures))
const short = to(3)
const range = (low: number, high: number): Range => ({ low: short(low), high: short(high) })

/** Share of the bandwidth that kernels reach (docs/model.md, "Constants"). */
const MEMORY = { low: 0.71, high: 0.86 }
/** The fitted time of a kernel on Hopper, 5-95 %. */
const KERNEL_SECONDS = { low: 4.4e-6, high: 5.9e-6 }
/** The fitted floor of an all-to-all, 5-95 %, and its value: the widest known of the network's times. */
const NETWORK = { low: 15, high: 51, fitted: 28 }
/** Not fitted by anyone: what share of the peak is reached is an assumption of either rule set. */
const ARITHMETIC = { low: 0.85, high: 1.15 }
const ACCEPTANCE_EITHER_WAY = 0.1

function priceRange(series: Series, catalog: Catalog): Range | null {
  const entry = catalog.accelerators[series.accelerator]
  if (entry === undefined) return null
  const prices = knownPrices(entry)
    .filter(({ kind }) => kind !== 'owned')
    .map(({ usdPerGpuHour }) => usdPerGpuHour)
  const [low, high] = [Math.min(...prices), Math.max(...prices)]
  return low < high ? { low, high } : null
}

function acceptanceRange({ speculative }: Series): Range | null {
  if (speculative === null) return null
  const within = (value: number) => Math.min(0.98, Math.max(0.02, value))
  return range(
    within(speculative.acceptance - ACCEPTANCE_EITHER_WAY),
    within(speculative.acceptance + ACCEPTANCE_EITHER_WAY),
  )
}

/** What is uncertain in any deployment: the rules' measured error, the price where the catalog has several, acceptance of drafts. */
export const usualRanges = (series: Series, catalog: Catalog): Ranges => ({
  ...NO_RANGES,
  usdPerGpuHour: priceRange(series, catalog),
  acceptance: acceptanceRange(series),
  modelError: true,
})

/** What the rules of a series assume of what kernels reach: a share of the bandwidth, and seconds; null where they take none. */
function assumed({ rules, accelerator, constants }: Series, catalog: Catalog) {
  const entry = catalog.accelerators[accelerator]
  if (rules === 'paper' && entry !== undefined) {
    const { memoryBandwidthCap, kernelLaunchSeconds } = toAccelerator(entry)
    return { memory: memoryBandwidthCap, kernelSeconds: kernelLaunchSeconds }
  }
  const { kernelSeconds } = STANDARD_CONSTANTS[constants === 'physics' ? 'physics' : 'calibrated']
  return { memory: MEMORY_SHARE, kernelSeconds: kernelSeconds.hopper }
}

/**
 * The same with the constants of the rules one by one in place of their error as a whole, which has these in it: to see which of them
 * matters.
 */
export function constantRanges(series: Series, catalog: Catalog): Ranges {
  const { memory, kernelSeconds } = assumed(series, catalog)
  return {
    ...usualRanges(series, catalog),
    memoryBandwidth: range(MEMORY.low / memory, MEMORY.high / memory),
    arithmetic: ARITHMETIC,
    kernelTime:
      kernelSeconds === 0 ? null : range(KERNEL_SECONDS.low / kernelSeconds, KERNEL_SECONDS.high / kernelSeconds),
    networkLatency: range(NETWORK.low / NETWORK.fitted, NETWORK.high / NETWORK.fitted),
    modelError: false,
  }
}

type Reasons = Readonly<Record<keyof Ranges, string>>

/** Why the usual ranges are what they are, for people. */
export const RANGE_REASONS: Readonly<Record<RulesId, Reasons>> = {
  standard: {
    memoryBandwidth: 'Kernel tables: 0.71 to 0.86 of the peak; the rules take 0.77.',
    arithmetic: 'The rules take 0.65 of the peak; 15 % either way is a guess.',
    kernelTime: 'Fitted on Hopper: 4.4 to 5.9 µs a kernel (5 to 95 %); on other chips as much either way.',
    networkLatency: 'Floor of an all-to-all, fitted: 15 to 51 µs around 28 µs (5 to 95 %).',
    usdPerGpuHour: 'The least and the greatest price of the catalog; without an owner’s cost.',
    acceptance: 'Differs by task and draft: 0.1 either way.',
    routingSkew: '1 to 3 is plausible. Off by default: it moves the band away from even routing.',
    modelError: 'Mean error on the measured rows of the same regime; 15 % where there are none.',
  },
  paper: {
    memoryBandwidth: 'Kernel tables: 0.71 to 0.86 of the peak; the paper takes 0.75 on GPUs.',
    arithmetic: 'The paper takes 0.7 of the peak on GPUs; 15 % either way is a guess.',
    kernelTime: 'Fitted on measured decode times: 4.4 to 5.9 µs a kernel (5 to 95 %); the paper takes 4 µs.',
    networkLatency: 'As wide as the fitted floor of an all-to-all: 15 to 51 µs around 28 µs.',
    usdPerGpuHour: 'The least and the greatest price of the catalog; without an owner’s cost.',
    acceptance: 'Differs by task and draft: 0.1 either way.',
    routingSkew: 'Not read by the paper’s rules.',
    modelError: 'Mean distance of the paper’s rules from measured decode times: 40 %.',
  },
}
