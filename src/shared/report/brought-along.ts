import { acceleratorName, listPrice } from '../catalog/accelerator-entry.ts'
import type { Catalog } from '../catalog/builtin.ts'
import { modelName } from '../catalog/model-entry.ts'
import type { Scenario } from '../scenario/scenario.ts'
import { usd } from './format.ts'

const price = (usdPerHour: number | null): string => (usdPerHour === null ? 'no price' : `${usd(usdPerHour)} /h`)

const missing = (name: string): string => `brings ${name} along, which your catalog does not have`
const otherwise = (name: string): string => `${name}: other figures than in your catalog`

/** What a scenario from outside brings along that the catalog has otherwise, in words. */
export function broughtAlong(scenario: Scenario, catalog: Catalog): string[] {
  return [
    ...Object.entries(scenario.accelerators).flatMap(([id, theirs]) => {
      const mine = catalog.accelerators[id]
      const name = acceleratorName(theirs)
      if (mine === undefined) return [missing(name)]
      if (listPrice(mine) !== listPrice(theirs))
        return [`${name}: ${price(listPrice(theirs))} in the file, ${price(listPrice(mine))} in your catalog`]
      return JSON.stringify(mine) === JSON.stringify(theirs) ? [] : [otherwise(name)]
    }),
    ...Object.entries(scenario.models).flatMap(([id, theirs]) => {
      const mine = catalog.models[id]
      if (mine === undefined) return [missing(modelName(theirs))]
      return JSON.stringify(mine) === JSON.stringify(theirs) ? [] : [otherwise(modelName(theirs))]
    }),
  ]
}
