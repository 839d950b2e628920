import { newScenario, seriesOf, type Scenario, type Series } from './scenario.ts'

/** A comparison that ships with the app, computed live when opened. */
export interface GalleryEntry {
  readonly id: string
  /** What it shows, in a sentence. */
  readonly says: string
  readonly scenario: Scenario
}

const H100 = 'paper/H100'
const draft8B = { draft: 'paper/Llama_3_8B', acceptance: 0.8, maxDraftTokens: 5 }

/**
 * A Llama in fp8 on whole GPUs, in the middle of an answer of 1,000 tokens to a prompt of as many. Prices of one kind and
 * date (3-year rental contracts of April 2026, in the catalog): list prices are of several kinds and would decide by that.
 */
const deployed = (model: string, name: string, accelerator: string, usdPerGpuHour: number): Series =>
  seriesOf({
    name,
    model,
    accelerator,
    rules: 'standard',
    contextTokens: 1500,
    pipeline: false,
    weightFormat: 'fp8',
    usdPerGpuHour,
  })

/** What can be seen without making anything: the article's comparisons, and real deployments. The first is what the app opens on. */
export const GALLERY: readonly GalleryEntry[] = [
  {
    id: 'precision',
    says: 'Fewer bits per weight: both faster and cheaper, most of all where memory binds.',
    scenario: newScenario('Llama 3 70B by precision', [
      seriesOf({ name: '70B 16-bit', model: 'paper/Llama_3_70B', accelerator: H100 }),
      seriesOf({ name: '70B 8-bit', model: 'paper/Llama_3_70B_8_bit', accelerator: H100 }),
      seriesOf({ name: '70B 4-bit', model: 'paper/Llama_3_70B_4_bit', accelerator: H100 }),
    ]),
  },
  {
    id: 'which-gpu',
    says: 'Whole GPUs as they are bought: who serves Llama 3.3 70B cheapest at a speed, on how many, and how sure that is.',
    scenario: newScenario('Which GPU for Llama 3.3 70B?', [
      deployed('llama-3.3-70b', 'H100', 'h100-sxm', 1.3),
      deployed('llama-3.3-70b', 'H200', 'h200-sxm', 1.6),
      deployed('llama-3.3-70b', 'B200', 'b200-sxm', 2.9),
      deployed('llama-3.3-70b', 'MI300X', 'mi300x', 1.55),
    ]),
  },
  {
    id: 'which-gpu-405b',
    says: 'A large dense model: eight GPUs set its speed limit, unless more of them share one domain of fast links.',
    scenario: newScenario('Llama 3.1 405B: which GPU?', [
      deployed('llama-3.1-405b', 'H100', 'h100-sxm', 1.3),
      deployed('llama-3.1-405b', 'H200', 'h200-sxm', 1.6),
      deployed('llama-3.1-405b', 'B200', 'b200-sxm', 2.9),
      deployed('llama-3.1-405b', 'GB200 NVL72', 'gb200-nvl72', 3.3),
      deployed('llama-3.1-405b', 'MI300X', 'mi300x', 1.55),
    ]),
  },
  {
    id: 'all-models',
    says: 'Five models on the same GPU: how size and sparsity set the speed that can be had.',
    scenario: newScenario('All models on H100', [
      seriesOf({ name: 'GPT-4 16-bit (guessed shape)', model: 'paper/GPT_4', accelerator: H100 }),
      seriesOf({ name: 'Llama 3.1 405B 16-bit', model: 'paper/Llama_3_405B', accelerator: H100 }),
      seriesOf({ name: 'Llama 3 70B 16-bit', model: 'paper/Llama_3_70B', accelerator: H100 }),
      seriesOf({ name: 'Mixtral 8x22B 16-bit', model: 'paper/Mixtral_8x22B', accelerator: H100 }),
      seriesOf({ name: 'DeepSeek-V3 8-bit', model: 'paper/DeepSeek_V3', accelerator: H100 }),
    ]),
  },
  {
    id: 'speculative',
    says: 'A small draft model nearly doubles the speed of a large one at equal cost.',
    scenario: newScenario('Speculative decoding', [
      seriesOf({ name: '70B plain', model: 'paper/Llama_3_70B', accelerator: H100, pipeline: false }),
      seriesOf({
        name: '70B, 8B drafts',
        model: 'paper/Llama_3_70B',
        accelerator: H100,
        pipeline: false,
        speculative: draft8B,
      }),
      seriesOf({ name: '405B plain', model: 'paper/Llama_3_405B', accelerator: H100, pipeline: false }),
      seriesOf({
        name: '405B, 8B drafts',
        model: 'paper/Llama_3_405B',
        accelerator: H100,
        pipeline: false,
        speculative: draft8B,
      }),
    ]),
  },
  {
    id: 'gpu-generations',
    says: 'Three GPU generations at their prices: newer is faster, and no dearer per token.',
    scenario: newScenario('GPU generations, 70B', [
      seriesOf({ name: 'H100', model: 'paper/Llama_3_70B_8_bit', accelerator: H100 }),
      seriesOf({ name: 'A100', model: 'paper/Llama_3_70B_8_bit', accelerator: 'paper/A100' }),
      seriesOf({ name: 'V100', model: 'paper/Llama_3_70B_8_bit', accelerator: 'paper/V100' }),
    ]),
  },
  {
    id: 'context',
    says: 'A long context makes slow tokens dear, and hardly touches the fastest.',
    scenario: newScenario('Context length, 70B', [
      seriesOf({ name: 'Empty context', model: 'paper/Llama_3_70B_8_bit', accelerator: H100 }),
      seriesOf({ name: '1K tokens', model: 'paper/Llama_3_70B_8_bit', accelerator: H100, contextTokens: 1000 }),
      seriesOf({ name: '10K tokens', model: 'paper/Llama_3_70B_8_bit', accelerator: H100, contextTokens: 10_000 }),
    ]),
  },
  {
    id: 'long-context',
    says: 'Grouped-query against latent attention: who can afford 100K tokens of context.',
    scenario: newScenario('Long context, GQA or MLA', [
      seriesOf({ name: 'Mistral Large 2, empty', model: 'paper/Mistral_Large_2', accelerator: H100, weightBits: 8 }),
      seriesOf({
        name: 'Mistral Large 2, 100K',
        model: 'paper/Mistral_Large_2',
        accelerator: H100,
        weightBits: 8,
        contextTokens: 100_000,
      }),
      seriesOf({ name: 'DeepSeek-V3, empty', model: 'paper/DeepSeek_V3', accelerator: H100 }),
      seriesOf({ name: 'DeepSeek-V3, 100K', model: 'paper/DeepSeek_V3', accelerator: H100, contextTokens: 100_000 }),
    ]),
  },
  {
    id: 'demand-cap',
    says: 'Few users cannot fill large batches: what small demand costs.',
    scenario: newScenario('Demand caps, Llama 3', [
      seriesOf({
        name: '70B, 1M tok/s in all',
        model: 'paper/Llama_3_70B',
        accelerator: H100,
        pipeline: false,
        contextTokens: 1,
        demandCapTokensPerSecond: 1e6,
      }),
      seriesOf({
        name: '70B, 10K tok/s in all',
        model: 'paper/Llama_3_70B',
        accelerator: H100,
        pipeline: false,
        contextTokens: 1,
        demandCapTokensPerSecond: 1e4,
      }),
      seriesOf({
        name: '8B, 1M tok/s in all',
        model: 'paper/Llama_3_8B',
        accelerator: H100,
        pipeline: false,
        contextTokens: 1,
        demandCapTokensPerSecond: 1e6,
      }),
      seriesOf({
        name: '8B, 10K tok/s in all',
        model: 'paper/Llama_3_8B',
        accelerator: H100,
        pipeline: false,
        contextTokens: 1,
        demandCapTokensPerSecond: 1e4,
      }),
    ]),
  },
]
