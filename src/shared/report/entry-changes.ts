import { acceleratorName, listPrice, type AcceleratorEntry } from '../catalog/accelerator-entry.ts'
import { modelName, type ModelEntry } from '../catalog/model-entry.ts'
import { amount, gigabytes, threeSignificant, usd } from './format.ts'

/** Fields of an entry that say where a figure is from, or give others that were not taken. */
const NOT_COMPUTED_WITH = new Set([
  'sources',
  'confidence',
  'notes',
  'status',
  'derived',
  'otherPrices',
  'priceUsdPerHour',
  'usdPerHour',
])

const MOST_NAMED = 3

const IN_WORDS: Readonly<Record<string, readonly [label: string, text: (value: number) => string]>> = {
  hbmBytes: ['memory', gigabytes],
  usableHbmBytes: ['usable memory', gigabytes],
  hbmBandwidthBytesPerSecond: ['memory bandwidth', (value) => `${threeSignificant(value / 1e12)} TB/s`],
  tdpWatts: ['rated power', (value) => `${amount(value)} W`],
}

function figures(value: unknown, path: string, into: Map<string, unknown>): Map<string, unknown> {
  if (typeof value !== 'object' || value === null) return into.set(path, value)
  for (const [key, inner] of Object.entries(value))
    if (path !== '' || !NOT_COMPUTED_WITH.has(key)) figures(inner, path === '' ? key : `${path}.${key}`, into)
  return into
}

const plain = (value: unknown): string =>
  value == null
    ? 'none'
    : typeof value === 'number'
      ? threeSignificant(value)
      : typeof value === 'string'
        ? value
        : JSON.stringify(value)

const orNone = (price: number | null): string => (price === null ? 'none' : usd(price))

/** A figure that two states of an entry have otherwise, in words. */
export interface FigureChange {
  readonly label: string
  readonly before: string
  readonly after: string
}

function changedFigures(then: object, now: object): FigureChange[] {
  const before = figures(then, '', new Map())
  const after = figures(now, '', new Map())
  const changed = [...new Set([...before.keys(), ...after.keys()])].filter((at) => before.get(at) !== after.get(at))
  return changed.map((at) => {
    const [label, text] = IN_WORDS[at] ?? [at, plain]
    const words = (value: unknown) => (typeof value === 'number' ? text(value) : plain(value))
    return { label, before: words(before.get(at)), after: words(after.get(at)) }
  })
}

const priceChange = (then: AcceleratorEntry, now: AcceleratorEntry): FigureChange[] => {
  const [before, after] = [listPrice(then), listPrice(now)]
  return before === after ? [] : [{ label: 'price', before: orNone(before), after: orNone(after) }]
}

/** The figures that are computed with and not the same, the first few and how many more. */
export function firstFigureChanges(
  then: AcceleratorEntry | ModelEntry,
  now: AcceleratorEntry | ModelEntry,
): { readonly first: readonly FigureChange[]; readonly more: number } {
  const price = isAccelerator(then) && isAccelerator(now) ? priceChange(then, now) : []
  const all = [...price, ...changedFigures(then, now)]
  return { first: all.slice(0, MOST_NAMED), more: Math.max(0, all.length - MOST_NAMED) }
}

const isAccelerator = (entry: AcceleratorEntry | ModelEntry): entry is AcceleratorEntry => 'hbmBytes' in entry

function inSentences(changed: readonly FigureChange[]): string[] {
  const said = changed.slice(0, MOST_NAMED).map(({ label, before, after }) => `${label} ${before} then, ${after} now`)
  const others = changed.length - said.length
  return others === 0 ? said : [...said, `and ${others} more ${others === 1 ? 'figure' : 'figures'}`]
}

/**
 * What of an accelerator is not as it was: "H100 price $2.10 then, $1.80 now".
 * @param ownPrice whether the series has a price of its own, so that the entry's is not used
 */
export function acceleratorChanges(then: AcceleratorEntry, now: AcceleratorEntry, ownPrice: boolean): string[] {
  const price = ownPrice ? [] : inSentences(priceChange(then, now))
  return [...price, ...inSentences(changedFigures(then, now))].map((change) => `${acceleratorName(now)} ${change}`)
}

/** What of a model is not as it was. */
export const modelChanges = (then: ModelEntry, now: ModelEntry): string[] =>
  inSentences(changedFigures(then, now)).map((change) => `${modelName(now)} ${change}`)
