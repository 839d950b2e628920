import { ownedCostLines, type OwnedCost } from '../catalog/owned-cost.ts'

/** What a GPU-hour costs by the share of all hours in which the GPU works: a part for every hour, and one for those in use. */
export interface WayToPay {
  /** USD for each hour, in use or not. */
  readonly everyHour: number
  /** USD for each hour in use. */
  readonly hourInUse: number
}

/** A GPU that one owns: purchase and yearly costs go on, power is drawn in use. */
export function owning(cost: Omit<OwnedCost, 'utilisation'>): WayToPay {
  const line = (label: string) => lines.find((one) => one.label === label)!.value
  const lines = ownedCostLines({ ...cost, utilisation: 1 })
  return { everyHour: line('Purchase') + line('Other costs'), hourInUse: line('Power') }
}

/** A rented GPU, paid for all the time or given back when it is idle. */
export const renting = (usdPerHour: number, paid: 'always' | 'in-use'): WayToPay =>
  paid === 'always' ? { everyHour: usdPerHour, hourInUse: 0 } : { everyHour: 0, hourInUse: usdPerHour }

/** USD for an hour in use, all hours counted. @param utilisation share of all hours, above 0 */
export const usdPerHourInUse = ({ everyHour, hourInUse }: WayToPay, utilisation: number): number =>
  everyHour / utilisation + hourInUse

/** USD for a million tokens of `gpuSeconds` each. */
export const usdPerMillion = (way: WayToPay, utilisation: number, gpuSeconds: number): number =>
  (usdPerHourInUse(way, utilisation) * gpuSeconds * 1e6) / 3600

/**
 * The share of all hours at which two ways cost the same: `(a₀ − b₀)/u + a₁ − b₁ = 0`. Above it the one with the dearer
 * idle hour is the cheaper. null where one is the cheaper at every utilisation up to 1.
 */
export function breakEvenUtilisation(a: WayToPay, b: WayToPay): number | null {
  const utilisation = (a.everyHour - b.everyHour) / (b.hourInUse - a.hourInUse)
  return utilisation > 0 && utilisation <= 1 ? utilisation : null
}
