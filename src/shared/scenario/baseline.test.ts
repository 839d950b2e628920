import { expect, it } from 'vitest'
import { baselineOf, withoutHidden } from './baseline.ts'
import { lookAt } from './look.ts'
import { newScenario, NEW_SERIES, type Series } from './scenario.ts'

const of = (baseline: number, ...series: Partial<Series>[]) => ({
  ...newScenario(
    'Test',
    series.map((fields, i) => ({ ...NEW_SERIES, name: `s${i}`, ...fields })),
  ),
  baseline,
})

it('reads against the chosen series, or the first shown while that one is hidden', () => {
  expect(baselineOf(of(1, {}, {}))).toBe(1)
  expect(baselineOf(of(1, { hidden: true }, { hidden: true }, {}))).toBe(2)
})

it('leaves hidden series out and draws the others as they were', () => {
  const shown = withoutHidden(of(2, { hidden: true }, {}, { colour: 'gold' }))
  expect(shown.series.map(({ name, colour, dash }) => [name, colour, dash])).toEqual([
    ['s1', 'orange', 'long'],
    ['s2', 'gold', 'dashed'],
  ])
  expect(shown.baseline).toBe(1)
  const all = of(0, {}, {})
  expect(withoutHidden(all)).toBe(all)
})

it('gives the seventh series the first colour with another line', () => {
  expect([lookAt(0), lookAt(6)]).toEqual([
    { colour: 'blue', dash: 'solid' },
    { colour: 'blue', dash: 'long' },
  ])
})
