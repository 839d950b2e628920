import { BUILT_IN_CATALOG } from '../src/shared/catalog/builtin.ts'
import { GALLERY } from '../src/shared/scenario/gallery.ts'
import { seriesOf, type Series } from '../src/shared/scenario/scenario.ts'
import { searchSetup } from '../src/shared/scenario/search-setup.ts'
import type { SearchSetup } from '../src/shared/search/search.ts'
import type { PlainSetup } from '../test/reference/plain-search.ts'

/** Searches that are timed together, as a window computes them. */
export interface Subject {
  readonly name: string
  readonly setups: readonly SearchSetup[]
  /** The same by the plain exhaustive search, where it is to be compared with. */
  readonly plain: Omit<PlainSetup, 'gpus' | 'batches'> | null
}

const H100 = 'paper/H100'
const drafts = { draft: 'paper/Llama_3_8B', acceptance: 0.8, maxDraftTokens: 5 }

const setupOf = (series: Parameters<typeof seriesOf>[0]): SearchSetup => searchSetup(seriesOf(series), BUILT_IN_CATALOG)

const paper = (name: string, model: string, fields: Partial<Series>, plain: Subject['plain'] = null): Subject => ({
  name,
  setups: [setupOf({ name, model: `paper/${model}`, accelerator: H100, ...fields })],
  plain,
})

const standard = (name: string, model: string, accelerator: string, fields: Partial<Series> = {}): Subject => ({
  name,
  setups: [setupOf({ name, model, accelerator, rules: 'standard', contextTokens: 4000, ...fields })],
  plain: null,
})

function comparison(id: string): Subject {
  const { scenario } = GALLERY.find((entry) => entry.id === id)!
  return { name: `comparison: ${scenario.name}`, setups: scenario.series.map((series) => setupOf(series)), plain: null }
}

export const SUBJECTS: readonly Subject[] = [
  paper('dense, pipelining', 'Llama_3_70B_8_bit', {}, { model: 'Llama_3_70B_8_bit', accelerator: 'H100' }),
  paper('experts, pipelining', 'DeepSeek_V3', {}, { model: 'DeepSeek_V3', accelerator: 'H100' }),
  paper(
    'speculative decoding, 5 drafts',
    'Llama_3_70B',
    { pipeline: false, speculative: drafts },
    {
      model: 'Llama_3_70B',
      accelerator: 'H100',
      pipeline: false,
      speculative: { draft: 'Llama_3_8B', acceptance: 0.8, most: 5 },
    },
  ),
  paper('speculative decoding and pipelining', 'Llama_3_70B', { speculative: drafts }),
  paper('100K context', 'Mistral_Large_2', { weightBits: 8, contextTokens: 100_000 }),
  comparison('precision'),
  comparison('all-models'),
  standard('standard rules, Llama 3.3 70B fp8 on H100', 'llama-3.3-70b', 'h100-sxm', { weightFormat: 'fp8' }),
  standard('standard rules, DeepSeek-R1 on H200', 'deepseek-r1', 'h200-sxm'),
  standard('standard rules, DeepSeek-R1 NVFP4 on GB200 NVL72', 'deepseek-r1', 'gb200-nvl72', { weightFormat: 'nvfp4' }),
]

/** Steps per axis by which the growth of a dense frontier with the grid is measured. */
export const GRIDS = [100, 400, 1000] as const

export const denseOnGrid = (steps: number): SearchSetup =>
  setupOf({ name: 'dense', model: 'paper/Llama_3_70B_8_bit', accelerator: H100, grid: { gpus: steps, batches: steps } })

/** On the paper's grid the plain search takes half a minute and more. */
export const SMALL_GRID = { gpus: 60, batches: 60 }

export const onSmallGrid = (setup: SearchSetup): SearchSetup =>
  setup.kind === 'paper' ? { ...setup, grid: SMALL_GRID } : setup
