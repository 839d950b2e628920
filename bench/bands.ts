import type { Compute } from '../src/main/compute/compute.ts'
import { BUILT_IN_CATALOG } from '../src/shared/catalog/builtin.ts'
import { threeSignificant } from '../src/shared/report/format.ts'
import { seriesOf } from '../src/shared/scenario/scenario.ts'
import { searchSetup } from '../src/shared/scenario/search-setup.ts'
import { uncertaintyOf } from '../src/shared/scenario/uncertainty-of.ts'
import { constantRanges } from '../src/shared/scenario/usual-ranges.ts'
import { rangeSearchOf } from '../src/shared/search/ranges/range-search.ts'
import { draws, SAMPLES } from '../src/shared/search/ranges/uncertainty.ts'
import { measure, type Measurement } from './measure.ts'

const RUNS = 3
/** Samples that are searched as a whole, for the ratio. */
const WHOLE = 8

/** How long a band takes, and its samples by whole searches. */
export interface BandBench {
  readonly name: string
  readonly samples: number
  readonly band: Measurement
  /** All samples by whole searches over as many workers, from those of a few. */
  readonly wholeMs: number
  readonly timesFaster: number
  /** Share of cost or speed by which checked samples differ. */
  readonly difference: number
}

const SUBJECTS = [
  {
    name: 'Llama 3.3 70B on H100',
    model: 'llama-3.3-70b',
    accelerator: 'h100-sxm',
    contextTokens: 1500,
    rules: 'standard',
  },
  {
    name: 'DeepSeek R1 on GB200 NVL72',
    model: 'deepseek-r1',
    accelerator: 'gb200-nvl72',
    contextTokens: 8000,
    rules: 'standard',
  },
  { name: 'DeepSeek V3 on H100, the paper’s rules', model: 'deepseek-v3', accelerator: 'h100-sxm', rules: 'paper' },
  {
    name: 'Llama 3.1 70B with drafts on H100, the paper’s rules',
    model: 'llama-3.1-70b',
    accelerator: 'h100-sxm',
    speculative: { draft: 'llama-3.1-8b', acceptance: 0.8 },
    rules: 'paper',
  },
] as const

export async function benchBands(compute: Compute): Promise<BandBench[]> {
  const rows: BandBench[] = []
  for (const fields of SUBJECTS) {
    const known = seriesOf(fields)
    const series = { ...known, ranges: constantRanges(known, BUILT_IN_CATALOG) }
    const setup = searchSetup(series, BUILT_IN_CATALOG)
    const uncertainty = uncertaintyOf(series, BUILT_IN_CATALOG)
    if (uncertainty === null) throw new Error(`${fields.name} has no band`)
    let difference = 0
    const band = await measure(RUNS, async () => {
      difference = (await compute.band(setup, uncertainty)).checked.difference
    })
    const search = rangeSearchOf(setup, uncertainty)
    const whole = await measure(1, async () => void draws(0, WHOLE).map((draw) => search.whole(draw)))
    const wholeMs = (whole.medianMs * SAMPLES) / WHOLE / compute.workers
    rows.push({
      name: fields.name,
      samples: SAMPLES,
      band,
      wholeMs,
      timesFaster: wholeMs / band.medianMs,
      difference,
    })
  }
  return rows
}

export const showBand = ({ name, samples, band, wholeMs, timesFaster, difference }: BandBench): string =>
  `${samples} samples of a frontier, ${name}: ${threeSignificant(band.medianMs / 1000)} s with 2 workers, ` +
  `${threeSignificant(timesFaster)} times faster than whole searches (${threeSignificant(wholeMs / 1000)} s), ` +
  `within ${threeSignificant(100 * difference)} % of them`
