// Entry of `npm run bench`: how long frontiers take, and how many times faster that is than a plain exhaustive search.
import { parseArgs } from 'node:util'
import { createThreadCompute } from '../src/main/compute/thread-compute.ts'
import { BUILT_IN_CATALOG } from '../src/shared/catalog/builtin.ts'
import { grouped, threeSignificant } from '../src/shared/report/format.ts'
import { seriesOf } from '../src/shared/scenario/scenario.ts'
import { searchSetup } from '../src/shared/scenario/search-setup.ts'
import type { SearchSetup } from '../src/shared/search/search.ts'
import { plainFrontier, type PlainSetup } from '../test/reference/plain-search.ts'
import { measure, type Measurement } from './measure.ts'

const RUNS = 5
const WORKERS = [1, 2] as const
/** On the paper's grid the plain search takes half a minute and more. */
const SMALL_GRID = { gpus: 60, batches: 60 }
const PAPER_GRID = { gpus: 400, batches: 400 }

const SUBJECTS: readonly { readonly name: string; readonly plain: Omit<PlainSetup, 'gpus' | 'batches'> }[] = [
  { name: 'dense, pipelining', plain: { model: 'Llama_3_70B_8_bit', accelerator: 'H100' } },
  { name: 'experts, pipelining', plain: { model: 'DeepSeek_V3', accelerator: 'H100' } },
  {
    name: 'speculative decoding',
    plain: {
      model: 'Llama_3_70B',
      accelerator: 'H100',
      pipeline: false,
      speculative: { draft: 'Llama_3_8B', acceptance: 0.8, most: 5 },
    },
  },
]

function setupOf(
  { model, accelerator, pipeline, speculative }: (typeof SUBJECTS)[number]['plain'],
  grid: typeof PAPER_GRID,
): SearchSetup {
  const series = seriesOf({
    name: model,
    model: `paper/${model}`,
    accelerator: `paper/${accelerator}`,
    pipeline: pipeline ?? true,
    speculative:
      speculative === undefined
        ? null
        : { draft: `paper/${speculative.draft}`, acceptance: speculative.acceptance, maxDraftTokens: speculative.most },
    grid,
  })
  return searchSetup(series, BUILT_IN_CATALOG)
}

interface Row {
  readonly name: string
  readonly gridPoints: number
  readonly layouts: number
  readonly evaluated: number
  readonly byWorkers: readonly (Measurement & { readonly workers: number })[]
  /** One worker and the plain search on the same small grid, in the same run. */
  readonly small: { readonly product: Measurement; readonly plain: Measurement; readonly timesFaster: number }
}

async function benchmark({ name, plain }: (typeof SUBJECTS)[number]): Promise<Row> {
  const setup = setupOf(plain, PAPER_GRID)
  const byWorkers: (Measurement & { workers: number })[] = []
  let searched = { gridPoints: 0, layouts: 0, evaluated: 0 }
  let product: Measurement | undefined
  for (const workers of WORKERS) {
    const compute = createThreadCompute({ workers })
    try {
      byWorkers.push({ workers, ...(await measure(RUNS, async () => (searched = await compute.frontier(setup)))) })
      product ??= await measure(RUNS, () => compute.frontier(setupOf(plain, SMALL_GRID)))
    } finally {
      await compute.close()
    }
  }
  const slow = await measure(1, async () => plainFrontier({ ...plain, ...SMALL_GRID }))
  const { gridPoints, layouts, evaluated } = searched
  const small = { product: product!, plain: slow, timesFaster: slow.medianMs / product!.medianMs }
  return { name, gridPoints, layouts, evaluated, byWorkers, small }
}

function show({ name, gridPoints, layouts, evaluated, byWorkers, small }: Row): string {
  const times = byWorkers.map(({ workers, medianMs, leastMs, mostMs }) => {
    const [median, least, most] = [medianMs, leastMs, mostMs].map((ms) => threeSignificant(ms / 1e3))
    return `  ${workers} worker${workers === 1 ? ' ' : 's'}  ${median} s (${least} to ${most})`
  })
  return [
    `${name}: ${grouped(gridPoints)} grid points, ${grouped(evaluated)} of ${grouped(layouts)} layouts computed in full`,
    ...times,
    `  plain search on ${SMALL_GRID.gpus} x ${SMALL_GRID.batches}: ${threeSignificant(small.plain.medianMs / 1e3)} s, ` +
      `the product ${threeSignificant(small.timesFaster)} times faster with one worker`,
    '',
  ].join('\n')
}

const { values } = parseArgs({ options: { json: { type: 'boolean', default: false } } })
const rows: Row[] = []
for (const subject of SUBJECTS) {
  const row = await benchmark(subject)
  rows.push(row)
  if (!values.json) console.log(show(row))
}
if (values.json) console.log(JSON.stringify({ node: process.version, runs: RUNS, rows }))
