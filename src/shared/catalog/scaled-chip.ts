import { threeSignificant } from '../report/format.ts'
import { acceleratorName, isPaperAccelerator, type AcceleratorEntry } from './accelerator-entry.ts'
import { pricedFiguresOf } from './accelerator-figures.ts'
import { CHIP_KNOBS, knobValue, pathsOf, withKnob, type ChipFactors, type ChipKnob } from './chip-knobs.ts'
import { withOwnSources } from './figure.ts'

/** What a chip that does not exist is called, and when it was thought up. */
export interface ChipIdentity {
  readonly name: string
  /** "2026-11". */
  readonly asOf: string
}

interface Moved {
  readonly knob: ChipKnob
  readonly factor: number
}

const movedKnobs = (entry: AcceleratorEntry, factors: ChipFactors): Moved[] =>
  CHIP_KNOBS.flatMap((knob) => {
    const factor = factors[knob.id] ?? 1
    return factor === 1 || knobValue(knob, entry) === null ? [] : [{ knob, factor }]
  })

/** "HBM bandwidth ×1.50". */
const inWords = ({ knob, factor }: Moved): string => `${knob.label} ×${threeSignificant(factor)}`

/** What of the original is changed, in words; none where nothing is. */
export const changesOfChip = (original: AcceleratorEntry, factors: ChipFactors): string[] =>
  movedKnobs(original, factors).map(inWords)

/**
 * A chip that does not exist: an accelerator with some of its figures scaled. What is changed says what it was scaled from, and a
 * scaled price is no price of the market's any more; its generation stays, and with it the kernel and all-reduce times that the
 * standard rules take.
 */
export function scaledChip(
  original: AcceleratorEntry,
  factors: ChipFactors,
  { name, asOf }: ChipIdentity,
): AcceleratorEntry {
  const moved = movedKnobs(original, factors)
  const from = `scaled from ${acceleratorName(original)}`
  const scaled = moved.reduce((entry, { knob, factor }) => withKnob(entry, knob, factor), original)
  const isPriced = moved.some(({ knob }) => knob.id === 'price')
  if (isPaperAccelerator(scaled))
    return { ...scaled, label: name, ...(isPriced && { priceKind: from, priceAsOf: asOf }) }
  const says = ({ path, label }: { readonly path: string; readonly label: string }) => {
    const by = moved.find(({ knob }) => pathsOf(knob, original).includes(path))
    return by === undefined ? label : `${label} ×${threeSignificant(by.factor)}`
  }
  const sourced = withOwnSources(original, scaled, pricedFiguresOf(scaled), asOf, from, says)
  if (moved.length === 0) return { ...sourced, name }
  return {
    ...sourced,
    name,
    status: 'not built',
    priceUsdPerHour: isPriced ? { value: scaled.priceUsdPerHour.value, kind: from, asOf } : sourced.priceUsdPerHour,
    // What the original is offered at elsewhere is no price of this one.
    otherPrices: [],
    notes: `Not built: ${from}, ${moved.map(inWords).join(', ')}.`,
  }
}
