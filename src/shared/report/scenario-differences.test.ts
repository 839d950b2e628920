import { expect, test } from 'vitest'
import { BUILT_IN_CATALOG } from '../catalog/builtin.ts'
import { newScenario, seriesOf, type Scenario } from '../scenario/scenario.ts'
import { scenarioDifferences } from './scenario-differences.ts'

const a = seriesOf({ name: 'A', model: 'llama-3.3-70b', accelerator: 'h100-sxm', rules: 'standard' })
const mine = newScenario('Study', [a, { ...a, name: 'B', contextTokens: 1 }])
const h100 = BUILT_IN_CATALOG.accelerators['h100-sxm']!
const dearer = { ...h100, hbmBytes: 96e9 }

/** Rows as "series | what | mine | theirs". */
const rows = (before: Scenario, after: Scenario): string[] =>
  scenarioDifferences(before, after).map((row) =>
    [row.series ?? '', row.what, row.before, row.after].filter((_, at) => at > 0 || row.series !== null).join(' | '),
  )

test.each<[says: string[], theirs: Partial<Scenario>]>([
  [[], {}],
  [['Name | Study | Final'], { name: 'Final' }],
  [['A | Context | 0 tokens | 2,000 tokens'], { series: [{ ...a, contextTokens: 2000 }, mine.series[1]!] }],
  [['B | Series | there | not there'], { series: [a] }],
  [['Baseline | A | B'], { baseline: 1 }],
  [
    [
      'Readings | speed weight 3; columns fastest, preferred, cheapest, sure and setup | speed weight 3; at 50 tokens/s; columns none',
    ],
    { readings: { ...mine.readings, speeds: [50], columns: [] } },
  ],
  [
    ['Observed points | none | offers'],
    {
      observed: [
        {
          name: 'offers',
          source: '',
          date: '',
          model: null,
          accelerator: null,
          usdPerGpuHour: null,
          hidden: false,
          points: [{ name: 'x', tokensPerSecond: 1, usdPerMillionTokens: 1, tokensPerSecondPerGpu: null, note: '' }],
        },
      ],
    },
  ],
  [['NVIDIA H100 SXM 80 GB, brought along | not there | there'], { accelerators: { 'h100-sxm': h100 } }],
])('%j', (says, theirs) => expect(rows(mine, { ...mine, ...theirs })).toEqual(says))

test('entries that both bring along are told apart by their figures', () => {
  const bringing = (accelerator: typeof h100) => ({ ...mine, accelerators: { x: accelerator } })
  expect(rows(bringing(h100), bringing(dearer))).toEqual([
    'NVIDIA H100 SXM 80 GB, brought along | memory 80.0 GB | memory 96.0 GB',
  ])
  expect(rows(bringing(h100), bringing({ ...h100, notes: 'other' }))).toEqual([
    'NVIDIA H100 SXM 80 GB, brought along | sources or notes | sources or notes',
  ])
})
