import * as v from 'valibot'
import { positive, share, zeroOrMore } from './quantity.ts'

/** What a GPU costs its owner, from which the price of an hour in use follows. */
export const ownedCostSchema = v.strictObject({
  /** Of one GPU with its part of server, network and rack. */
  purchaseUsd: positive,
  amortisationYears: positive,
  /** Share of all hours in which the GPU works. */
  utilisation: share,
  /** Drawn by one GPU at work, with its part of the server. */
  watts: positive,
  /** Power of the data centre for each watt of the servers. */
  pue: v.pipe(positive, v.minValue(1, 'a factor of at least 1')),
  usdPerKWh: zeroOrMore,
  /** Space, staff, repair and network, for one GPU. */
  otherUsdPerYear: zeroOrMore,
})

export type OwnedCost = v.InferOutput<typeof ownedCostSchema>

/** One line of the arithmetic: what it is, how it comes about, and what it is in its unit. */
export interface CostLine {
  readonly label: string
  readonly how: string
  readonly value: number
  readonly unit: 'h' | 'kW' | 'USD per hour in use'
}

/** Hours of a year on average: 365.25 days. */
const HOURS_PER_YEAR = 8766

/**
 * The price of an hour in use, line by line; the last line is the price. Purchase and yearly costs are borne by the hours in
 * use alone; power is counted for these hours only, at the watts given.
 */
export function ownedCostLines(cost: OwnedCost): CostLine[] {
  const hours = HOURS_PER_YEAR * cost.utilisation
  const kilowatts = (cost.watts / 1000) * cost.pue
  const purchase = cost.purchaseUsd / (cost.amortisationYears * hours)
  const power = kilowatts * cost.usdPerKWh
  const other = cost.otherUsdPerYear / hours
  const perHour = 'USD per hour in use'
  return [
    { label: 'Hours in use per year', how: '8,766 h × utilisation', value: hours, unit: 'h' },
    { label: 'Purchase', how: 'purchase price ÷ (years × hours in use)', value: purchase, unit: perHour },
    { label: 'Power drawn', how: 'power of a GPU × PUE', value: kilowatts, unit: 'kW' },
    { label: 'Power', how: 'power drawn × price of a kWh', value: power, unit: perHour },
    { label: 'Other costs', how: 'other costs per year ÷ hours in use', value: other, unit: perHour },
    { label: 'Price', how: 'purchase + power + other costs', value: purchase + power + other, unit: perHour },
  ]
}

/** USD for an hour in use of a GPU that one owns. */
export const ownedUsdPerHour = (cost: OwnedCost): number => ownedCostLines(cost).at(-1)!.value
