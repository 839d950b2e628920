import { expect, it } from 'vitest'
import { findFrontier } from '../../../test/find-frontier.ts'
import { BUILT_IN_CATALOG } from '../catalog/builtin.ts'
import { newScenario, seriesOf } from '../scenario/scenario.ts'
import { searchSetup } from '../scenario/search-setup.ts'
import { entrySections } from './entry-facts.ts'

const grid = { gpus: 12, batches: 12 }
const deployed = { model: 'llama-3.3-70b', accelerator: 'h100-sxm', rules: 'standard', pipeline: false } as const

function sectionsOf(...fields: Parameters<typeof seriesOf>[0][]) {
  const scenario = newScenario('x', fields.map(seriesOf))
  const results = scenario.series.map((series) => findFrontier(searchSetup(series, BUILT_IN_CATALOG)))
  return entrySections(scenario, results, BUILT_IN_CATALOG)
}

it('names each entry once, drafts among the models, with its price, date and sources', () => {
  const draft = { draft: 'paper/Llama_3_8B', acceptance: 0.8 }
  const paper = { model: 'paper/Llama_3_70B', accelerator: 'paper/H100', grid, speculative: draft }
  const sections = sectionsOf(
    { ...deployed, name: 'a', usdPerGpuHour: 1.3 },
    { ...deployed, name: 'b', usdPerGpuHour: 7.77 },
    { ...paper, name: 'c' },
  )
  expect(sections.map(({ kind, id }) => [kind, id])).toEqual([
    ['accelerator', 'h100-sxm'],
    ['accelerator', 'paper/H100'],
    ['model', 'llama-3.3-70b'],
    ['model', 'paper/Llama_3_70B'],
    ['model', 'paper/Llama_3_8B'],
  ])
  const [h100, paperH100] = sections
  expect(h100!.facts.slice(0, 3)).toEqual([
    ['Price here', '$1.30 per GPU-hour, 3-year rental contract, 2026-04'],
    ['Price here', '$7.77 per GPU-hour, own price'],
    ['List price', expect.stringMatching(/^\$2\.95 per GPU-hour, on-demand cloud rental, 2026-05/)],
  ])
  expect(h100!.sources.map(([figures]) => figures)).toContain('Price')
  for (const { sources } of sections) expect(sources.length).toBeGreaterThan(0)
  // A list price that is paid is said once.
  expect(paperH100!.facts.filter(([, value]) => value.includes('per GPU-hour'))).toHaveLength(1)
})

it('says which entries travel inside the scenario file', () => {
  const series = seriesOf({ ...deployed, name: 'a' })
  const accelerators = { 'h100-sxm': BUILT_IN_CATALOG.accelerators['h100-sxm']! }
  const scenario = { ...newScenario('x', [series]), accelerators }
  const results = [findFrontier(searchSetup(series, BUILT_IN_CATALOG))]
  const sections = entrySections(scenario, results, BUILT_IN_CATALOG)
  expect(sections.map(({ broughtAlong }) => broughtAlong)).toEqual([true, false])
})
