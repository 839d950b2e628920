import { expect, it } from 'vitest'
import { BUILT_IN_CATALOG } from '../../src/shared/catalog/builtin.ts'
import { toArchitecture } from '../../src/shared/catalog/model-architecture.ts'
import { precisionOf } from '../../src/shared/catalog/model-entry.ts'
import paperModels from '../../src/shared/catalog/data/paper-models.json' with { type: 'json' }
import {
  activeParams,
  attentionParamsPerLayer,
  kvCacheBytesPerToken,
  totalParams,
} from '../../src/shared/model/architecture.ts'
import { GOLDEN, misses, type GoldenModel } from './golden-files.ts'

function figures(id: string): GoldenModel {
  const entry = BUILT_IN_CATALOG.models[id]!
  const architecture = toArchitecture(entry, 'paper')
  return {
    total_params: totalParams(architecture),
    active_params: activeParams(architecture),
    kv_bytes_per_token: kvCacheBytesPerToken(architecture, precisionOf(entry, null, null)),
    attn_params_per_layer: attentionParamsPerLayer(architecture, architecture.attention[0]!),
  }
}

it('the golden models have the derived figures of the notebook', () => {
  const rows = Object.entries(GOLDEN.models).flatMap(([model, golden]) => {
    const found = figures(`paper/${model}`)
    return (Object.keys(golden) as (keyof GoldenModel)[]).map((figure) => ({
      model,
      figure,
      found: found[figure],
      golden: golden[figure],
    }))
  })
  expect(rows).toHaveLength(24)
  expect(misses(rows)).toEqual([])
})

it('all 31 models of the notebook have the totals it derived', () => {
  const rows = Object.entries(paperModels).map(([model, { derived }]) => ({
    model,
    found: figures(`paper/${model}`).total_params,
    golden: derived.totalParams,
  }))
  expect(rows).toHaveLength(31)
  expect(misses(rows)).toEqual([])
})
