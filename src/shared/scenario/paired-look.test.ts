import { expect, test } from 'vitest'
import { withPairedLook } from './paired-look.ts'
import { newScenario, seriesOf } from './scenario.ts'

const a = seriesOf({ name: 'a', model: 'paper/Llama_3_70B', accelerator: 'paper/H100' })
const named = (name: string, contextTokens: number) => ({ ...a, name, contextTokens })

test('a series has the colour of its pair and another line, wherever it stands; one without a pair keeps its own', () => {
  const mine = newScenario('s', [named('a', 1), named('b', 2), { ...named('c', 3), colour: 'gold', dash: 'dotted' }])
  const theirs = newScenario('s', [named('c', 9), named('new', 7), named('a', 1), named('b', 5)])
  const { series } = withPairedLook(mine, theirs)
  expect(series.map(({ name, colour, dash }) => [name, colour, dash])).toEqual([
    ['c', 'gold', 'dash-dot'],
    ['new', null, null],
    ['a', 'blue', 'long'],
    ['b', 'orange', 'dashed'],
  ])
  expect(series.map(({ contextTokens }) => contextTokens)).toEqual([9, 7, 1, 5])
})
