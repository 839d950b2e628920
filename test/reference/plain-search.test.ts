import { describe, expect, it } from 'vitest'
import { GOLDEN, misses } from '../golden/golden-files.ts'
import { findFrontier } from '../find-frontier.ts'
import { paperSetup } from '../golden/golden-setup.ts'
import { curveMisses, type Curve } from '../golden/same-curve.ts'
import { plainFrontier, plainLatency, type PlainPoint, type PlainSetup } from './plain-search.ts'

const grid = { gpus: 24, batches: 24 }
const SETUPS: readonly Omit<PlainSetup, 'gpus' | 'batches'>[] = [
  { model: 'Llama_3_70B', accelerator: 'H100' },
  { model: 'Llama_3_8B_8_bit', accelerator: 'A100', pipeline: false, context: 5000 },
  { model: 'Mixtral_8x7B', accelerator: 'H200', context: 1000 },
  { model: 'DeepSeek_V3', accelerator: 'H20', scaleDown: false, context: 100_000 },
  { model: 'DeepSeek_V3', accelerator: 'TPU_v4', demandCap: 1e5 },
  { model: 'PaLM_540B', accelerator: 'H100_ZL' },
  {
    model: 'Llama_3_70B',
    accelerator: 'V100',
    pipeline: false,
    speculative: { draft: 'Llama_3_8B', acceptance: 0.7, most: 4 },
  },
]

function productFrontier({ model, accelerator, ...plain }: (typeof SETUPS)[number]): Curve {
  const setup = paperSetup(model, accelerator, {
    contextTokens: plain.context ?? 0,
    pipeline: plain.pipeline ?? true,
    attentionScaleDown: plain.scaleDown ?? true,
    demandCapTokensPerSecond: plain.demandCap ?? null,
    speculative:
      plain.speculative === undefined
        ? null
        : {
            draft: `paper/${plain.speculative.draft}`,
            acceptance: plain.speculative.acceptance,
            maxDraftTokens: plain.speculative.most,
          },
    grid,
  })
  return findFrontier(setup).points
}

const columns = (points: readonly PlainPoint[]): Curve => ({
  tokensPerSecond: points.map((point) => point.tokensPerSecond),
  usdPerMillionTokens: points.map((point) => point.usdPerMillion),
})

describe('the plain search', () => {
  it('agrees with the notebook', () => {
    const rows = GOLDEN.latency
      .filter(({ latency, seq_len: tokens }) => latency !== null && tokens === 1)
      .map((point) => ({
        point,
        golden: point.latency!,
        found: plainLatency(
          {
            model: point.model as PlainSetup['model'],
            accelerator: point.gpu as PlainSetup['accelerator'],
            context: point.input_len,
            pipeline: point.use_pp,
            scaleDown: point.allow_attn_scaledown,
            ...grid,
          },
          point.n_gpu,
          point.batch,
        ),
      }))
    expect(rows.length).toBeGreaterThan(200)
    expect(misses(rows)).toEqual([])
  })

  it.each(SETUPS)('finds the product’s frontier: %j', (setup) => {
    const [plain, product] = [columns(plainFrontier({ ...setup, ...grid })), productFrontier(setup)]
    expect(product.tokensPerSecond.length).toBeGreaterThan(3)
    expect(curveMisses(plain, product)).toEqual([])
    expect(curveMisses(product, plain)).toEqual([])
  })
})
