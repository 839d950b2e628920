import { expect, it } from 'vitest'
import { findFrontier } from '../../../test/find-frontier.ts'
import { paperSetup } from '../../../test/golden/golden-setup.ts'
import { standardSearchSetupOf } from '../../../test/standard-search-setup.ts'
import { newPaperPoints, setRow } from '../search/frontier-points.ts'
import { comparePoints, tokenTimeParts } from './point-comparison.ts'

function pointOf(tokensPerSecond: number, usdPerMillionTokens: number, gpus: number) {
  const points = newPaperPoints(1)
  setRow(points, 0, { tokensPerSecond, usdPerMillionTokens, gpus, batch: 2, tensorDimensions: 1, tensorParallel: 1 })
  setRow(points, 0, { pipelineStages: 1, expertParallel: 1, attentionScaleDown: 1 })
  return { points, index: 0 }
}

it('sets figures beside each other, with changes against the first', () => {
  const rows = comparePoints([pointOf(100, 2, 4), pointOf(150, 1, 8), pointOf(50, 2.001, 4)])
  const row = (label: string) => rows.find((one) => one.label === label)!.values
  expect(row('Speed')).toEqual([
    { text: '100 tok/s', change: null, isBetter: null },
    { text: '150 tok/s', change: '+50 %', isBetter: true },
    { text: '50.0 tok/s', change: '−50 %', isBetter: false },
  ])
  expect(row('Cost').map(({ change, isBetter }) => [change, isBetter])).toEqual([
    [null, null],
    ['−50 %', true],
    ['0 %', null],
  ])
  expect(row('GPUs')[1]).toEqual({ text: '8 GPUs', change: '+100 %', isBetter: null })
  expect(row('Layout')[0]!.text).toBe('1D TP 1 x PP 1, EP 1')
  expect(comparePoints([])).toEqual([])
})

it.each([
  ['the paper’s rules', paperSetup('Llama_3_70B', 'H100', { grid: { gpus: 30, batches: 30 } })],
  ['the standard rules', standardSearchSetupOf('llama-3.3-70b', 'h100-sxm', { contextTokens: 1000 })],
  [
    'drafts',
    standardSearchSetupOf('llama-3.3-70b', 'h100-sxm', {
      contextTokens: 1000,
      speculative: { draft: 'llama-3.1-8b', acceptance: 0.8 },
    }),
  ],
])('parts of a token’s time add up under %s', (_, setup) => {
  const { points } = findFrontier(setup)
  for (const index of [0, points.gpus.length - 1]) {
    const parts = tokenTimeParts(points, index)
    expect(parts.reduce((sum, { seconds }) => sum + seconds, 0)).toBeCloseTo(points.latencySeconds[index]!, 12)
  }
})
