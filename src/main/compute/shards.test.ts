import { expect, it } from 'vitest'
import { paperSetup } from '../../../test/golden/golden-setup.ts'
import { shardsOf } from './shards.ts'

it.each([
  ['the paper grid with pipelining', {}, 100],
  ['the paper grid without', { pipeline: false }, 10],
  ['speculative decoding: a row at a time', { speculative: { draft: 'paper/Llama_3_8B', acceptance: 0.8 } }, 400],
  ['a small grid', { grid: { gpus: 20, batches: 20 } }, 1],
])('%s: every row once, in order', (_, fields, count) => {
  const setup = paperSetup('Llama_3_70B', 'H100', fields)
  const shards = shardsOf(setup)
  expect(shards).toHaveLength(count)
  const rows = shards.flatMap(({ from, to }) => Array.from({ length: to - from }, (__, i) => from + i))
  expect(rows).toEqual(Array.from({ length: setup.grid.batches }, (__, i) => i))
})
