import type { Compute } from '../src/main/compute/compute.ts'
import { BUILT_IN_CATALOG } from '../src/shared/catalog/builtin.ts'
import { threeSignificant } from '../src/shared/report/format.ts'
import { seriesOf } from '../src/shared/scenario/scenario.ts'
import { searchSetup } from '../src/shared/scenario/search-setup.ts'
import { uncertaintyOf } from '../src/shared/scenario/uncertainty-of.ts'
import { constantRanges } from '../src/shared/scenario/usual-ranges.ts'
import { perturbed } from '../src/shared/search/ranges/perturbed.ts'
import { draws, SAMPLES } from '../src/shared/search/ranges/uncertainty.ts'
import { wholeFrontier } from '../src/shared/search/ranges/whole-frontier.ts'
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
  { name: 'Llama 3.3 70B on H100', model: 'llama-3.3-70b', accelerator: 'h100-sxm', contextTokens: 1500 },
  { name: 'DeepSeek R1 on GB200 NVL72', model: 'deepseek-r1', accelerator: 'gb200-nvl72', contextTokens: 8000 },
]

export async function benchBands(compute: Compute): Promise<BandBench[]> {
  const rows: BandBench[] = []
  for (const fields of SUBJECTS) {
    const known = seriesOf({ ...fields, rules: 'standard' })
    const series = { ...known, ranges: constantRanges(known, BUILT_IN_CATALOG) }
    const setup = searchSetup(series, BUILT_IN_CATALOG)
    const uncertainty = uncertaintyOf(series, BUILT_IN_CATALOG)
    if (setup.kind === 'paper' || uncertainty === null) throw new Error(`${fields.name} has no band`)
    let difference = 0
    const band = await measure(RUNS, async () => {
      difference = (await compute.band(setup, uncertainty)).checked.difference
    })
    const some = draws(0, WHOLE).map((draw) => perturbed(setup, uncertainty, draw))
    const whole = await measure(1, async () => void some.map(wholeFrontier))
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
