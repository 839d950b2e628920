import { expect, test } from 'vitest'
import { BUILT_IN_CATALOG } from '../catalog/builtin.ts'
import { joinedComparison } from './joined-comparison.ts'
import { formatScenario, parseScenario } from './scenario-file.ts'
import { MOST_SERIES, newScenario, seriesOf, type Scenario } from './scenario.ts'

const H100 = BUILT_IN_CATALOG.accelerators['paper/H100']!
const LLAMA = BUILT_IN_CATALOG.models['paper/Llama_3_8B']!
const series = seriesOf({
  name: 'a',
  model: 'paper/Llama_3_70B',
  accelerator: 'mine',
  speculative: { draft: 'small', acceptance: 0.8 },
})
const scenario: Scenario = {
  ...newScenario('s', [series]),
  accelerators: { mine: H100 },
  models: { small: LLAMA },
}

test('each state keeps its own entries of one id', () => {
  const other = { ...scenario, accelerators: { mine: { ...H100, label: 'Other' } as typeof H100 } }
  const joined = joinedComparison('both', [
    { label: 'then', scenario },
    { label: 'now', scenario: other },
  ])
  expect(joined.series.map((one) => [one.name, one.model, one.accelerator, one.speculative?.draft])).toEqual([
    ['a · then', 'paper/Llama_3_70B', 'mine · then', 'small · then'],
    ['a · now', 'paper/Llama_3_70B', 'mine · now', 'small · now'],
  ])
  expect(joined.accelerators).toEqual({ 'mine · then': H100, 'mine · now': { ...H100, label: 'Other' } })
  expect(parseScenario(formatScenario(joined))).toEqual(joined)
})

test('two of the largest are cut to what one can hold, long names stay names, and something is shown', () => {
  const many = newScenario(
    's',
    Array.from({ length: MOST_SERIES }, () => ({ ...series, name: 'x'.repeat(200) })),
  )
  const lastOnly = { ...many, series: many.series.map((one, i) => ({ ...one, hidden: i < MOST_SERIES - 1 })) }
  const joined = joinedComparison('n'.repeat(300), [
    { label: 'then', scenario: lastOnly },
    { label: 'now', scenario: lastOnly },
  ])
  expect(joined.series).toHaveLength(MOST_SERIES)
  expect(parseScenario(formatScenario(joined))).toEqual(joined)
  expect(joined.series[0]!.name.endsWith('x · then')).toBe(true)
})
