import { describe, expect, it } from 'vitest'
import { BUILT_IN_CATALOG } from '../catalog/builtin.ts'
import { mergeCatalogs } from '../catalog/merge-catalogs.ts'
import { STANDARD_CONSTANTS } from '../model/standard/constants.ts'
import { computedInputs } from './computed-inputs.ts'
import { joinedComparison } from './joined-comparison.ts'
import { withConstants } from './own-constants.ts'
import { formatScenario, parseScenario, scenarioFrom } from './scenario-file.ts'
import { newScenario, seriesOf, type Scenario } from './scenario.ts'
import { searchSetup } from './search-setup.ts'

const ID = 'own/our-cluster-1a2b3c4d'
const values = { ...STANDARD_CONSTANTS.calibrated, networkLatencyFactor: 1.5 }
const set = { name: 'Our cluster', notes: 'runs.csv', values }
const series = seriesOf({
  name: 'a',
  model: 'llama-3.3-70b',
  accelerator: 'h100-sxm',
  rules: 'standard',
  constants: ID,
})
const scenario: Scenario = { ...newScenario('Mine', [series]), constants: { [ID]: set } }

const constantsOf = (of: Scenario) => {
  const setup = searchSetup(of.series[0]!, mergeCatalogs(BUILT_IN_CATALOG, of), 'series[0]')
  return setup.kind === 'standard' ? setup.model.constants : null
}

it('a series is computed with the values that its scenario brings along', () => {
  expect(constantsOf(scenario)).toEqual(values)
  expect(constantsOf({ ...scenario, series: [{ ...series, constants: 'physics' }] })).toEqual(
    STANDARD_CONSTANTS.physics,
  )
})

it('a set that is not brought along is named with its path and what there is', () => {
  expect(() => constantsOf(newScenario('Mine', [series]))).toThrow(
    `series[0].constants: is "${ID}", a set of constants that is not brought along; there are "calibrated", "physics"`,
  )
  const other = { ...scenario, constants: { 'own/other': set } }
  expect(() => constantsOf(other)).toThrow('"physics", "own/other"')
})

it('goes through a file and back, and is not in files without one', () => {
  expect(parseScenario(formatScenario(scenario))).toEqual(scenario)
  expect(formatScenario(newScenario('Plain', [seriesOf({ ...series, constants: 'physics' })]))).not.toContain(
    'kernelSeconds',
  )
})

describe('what a file may not bring along', () => {
  const withSet = (id: string, changed: unknown) => ({ ...scenario, constants: { [id]: changed } })
  it.each([
    ['an id of the app', 'calibrated', set, /constants\.calibrated: .*begins with "own\/"/],
    ['no values', ID, { name: 'x' }, /values: is missing|values/],
    ['a negative time', ID, { ...set, values: { ...values, allToAllFloorSeconds: -1 } }, /allToAllFloorSeconds: is -1/],
    ['a share above 1', ID, { ...set, values: { ...values, emulatedShare: 1.2 } }, /emulatedShare: is 1\.2/],
    ['a time in microseconds', ID, { ...set, values: { ...values, allToAllFloorSeconds: 28 } }, /seconds, at most 1/],
    ['a text for a number', ID, { ...set, values: { ...values, allToAllShare: '0.4' } }, /allToAllShare: is "0\.4"/],
    ['an unknown constant', ID, { ...set, values: { ...values, luck: 1 } }, /luck: is not a known field/],
    [
      'a generation less',
      ID,
      { ...set, values: { ...values, kernelSeconds: { hopper: 1e-6 } } },
      /kernelSeconds\.ampere/,
    ],
    ['a prototype', ID, { ...set, ['__proto__x']: 1 }, /__proto__x: is not a known field/],
  ])('%s', (_, id, changed, message) => {
    expect(() => scenarioFrom(withSet(id, changed))).toThrow(message)
  })

  it('a series that names neither a set of the app nor one of a person', () => {
    expect(() => scenarioFrom({ ...scenario, series: [{ ...series, constants: 'mine' }] })).toThrow(
      /series\[0\]\.constants: is "mine"; expected .*"physics"/,
    )
  })
})

it('results hang on the values, not on the name of the set', () => {
  const renamed = { ...scenario, constants: { [ID]: { ...set, name: 'Cluster B', notes: '' } } }
  const other = { ...scenario, constants: { [ID]: { ...set, values: { ...values, networkLatencyFactor: 2 } } } }
  expect(computedInputs(series, renamed)).toBe(computedInputs(series, scenario))
  expect(computedInputs(series, other)).not.toBe(computedInputs(series, scenario))
  const plain = { ...series, constants: 'physics' as const }
  expect(computedInputs(plain, scenario)).toBe(computedInputs(plain, newScenario('x', [plain])))
})

it('takes along the kept set that a series names, once, and no other', () => {
  const kept = { [ID]: set, 'own/unused': set }
  const taken = withConstants(newScenario('Mine', [series]), kept)
  expect(taken.constants).toEqual({ [ID]: set })
  expect(withConstants(taken, { [ID]: { ...set, name: 'Renamed since' } })).toBe(taken)
  const without = newScenario('Mine', [seriesOf({ ...series, constants: 'physics' })])
  expect(withConstants(without, kept)).toBe(without)
})

it('two states side by side keep the values that each has', () => {
  const other = { ...scenario, constants: { [ID]: { ...set, values: STANDARD_CONSTANTS.physics } } }
  const joined = joinedComparison('Then and now', [
    { label: 'then', scenario },
    { label: 'now', scenario: other },
  ])
  const of = (at: number) => constantsOf({ ...joined, series: [joined.series[at]!] })
  expect(of(0)).toEqual(values)
  expect(of(1)).toEqual(STANDARD_CONSTANTS.physics)
  expect(parseScenario(formatScenario(joined))).toEqual(joined)
})
