import { newScenario, seriesOf, type Scenario } from '../../src/shared/scenario/scenario.ts'

const series = seriesOf({ name: 'a', model: 'paper/Llama_3_70B', accelerator: 'paper/H100' })

/** A scenario that tells its number at its beginning and at its end, in so many characters or a few more. */
export const someScenario = (number: number, characters = 1000): Scenario => ({
  ...newScenario(`Save ${number}`, [series]),
  notes: `${number}:`.padEnd(characters, '.') + String(number),
})

/** Whether a scenario is one of `someScenario`, whole. */
export function isWhole({ name, notes }: Scenario): boolean {
  const number = /^Save (\d+)$/.exec(name)?.[1]
  return number !== undefined && notes.startsWith(`${number}:`) && notes.endsWith(`.${number}`)
}
