import { expect, it } from 'vitest'
import { findFrontier } from '../../../test/find-frontier.ts'
import { acceleratorName } from '../catalog/accelerator-entry.ts'
import { BUILT_IN_CATALOG } from '../catalog/builtin.ts'
import type { ChipFactors } from '../catalog/chip-knobs.ts'
import { scaledChip } from '../catalog/scaled-chip.ts'
import { seriesOf } from '../scenario/scenario.ts'
import { searchSetup } from '../scenario/search-setup.ts'
import { chipHeadlines, costHeadline, type NamedFrontier } from './chip-headlines.ts'

const h100 = BUILT_IN_CATALOG.accelerators['h100-sxm']!
const series = seriesOf({
  name: 'any',
  model: 'llama-3.3-70b',
  accelerator: 'chip',
  rules: 'standard',
  weightFormat: 'fp8',
  limits: { maxGpus: 8 },
  pipeline: false,
})

function frontierOf(name: string, factors: ChipFactors): NamedFrontier {
  const chip = scaledChip(h100, factors, { name: acceleratorName(h100), asOf: '2026-11' })
  const accelerators = { ...BUILT_IN_CATALOG.accelerators, chip }
  return { name, points: findFrontier(searchSetup(series, { ...BUILT_IN_CATALOG, accelerators })).points }
}

const original = frontierOf('H100', {})

it.each([
  [
    'half the price is half the cost at every speed',
    { price: 0.5 },
    /^it serves for \$[\d.]+\/M, 50 % below H100 \(\$[\d.]+\/M\)\.$/,
  ],
  ['twice the price is twice the cost', { price: 2 }, /, 100 % above H100 /],
  ['four times the price is told as a factor', { price: 4 }, /, 4\.00 times H100 /],
  ['the same chip', {}, /, as much as H100 /],
] as const)('%s', (_, factors, sentence) => {
  expect(costHeadline(frontierOf('the chip', factors), original, 40)).toMatch(sentence)
})

it('a speed that one of the two does not reach is told as such', () => {
  const fast = frontierOf('the chip', { 'memory-bandwidth': 3, 'network-latency': 0.3 })
  const between = (original.points.tokensPerSecond[0]! + fast.points.tokensPerSecond[0]!) / 2
  expect(costHeadline(fast, original, between)).toMatch(/^it serves for \$[\d.]+\/M; H100 is not this fast\.$/)
  expect(costHeadline(original, { ...fast, name: 'X' }, between)).toMatch(
    /^it is not this fast: [\d.]+ tokens\/s is the most\.$/,
  )
  expect(costHeadline(fast, original, 1e6)).toMatch(/ is the most, and H100 is not either\.$/)
})

it('tells speed, cost and what takes the time at the preferred points', () => {
  const sentences = chipHeadlines(frontierOf('the chip', { 'memory-bandwidth': 2 }), original)
  expect(sentences[0]).toMatch(/^At its fastest it gives \d+ tokens\/s, \d+ % above H100\.$/)
  expect(sentences[1]).toMatch(/^At its cheapest it serves for \$[\d.]+\/M, \d+ % below H100\.$/)
  expect(sentences[2]).toMatch(
    /^Its preferred point gives .* GPUs?; the longest part of its time is [a-z-]+, [\d.]+ %\.$/,
  )
  expect(sentences[3]).toMatch(/^That of H100 gives /)
})

it('says where nothing that was changed counts', () => {
  expect(chipHeadlines(frontierOf('the chip', { power: 3 }), original)).toEqual([
    'Its frontier is that of H100, point for point: nothing that is changed counts here.',
  ])
})
