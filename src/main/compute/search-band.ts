import type { Band, BandResult } from '../../shared/search/ranges/band.ts'
import { extentOf, knotsOf } from '../../shared/search/ranges/knots.ts'
import { CHECKED_SAMPLES, pilotDraws } from '../../shared/search/ranges/pilots.ts'
import { rangeSearchOf, type Candidates, type Pilot } from '../../shared/search/ranges/range-search.ts'
import type { SampleReadings } from '../../shared/search/ranges/samples.ts'
import { SAMPLES, type Uncertainty } from '../../shared/search/ranges/uncertainty.ts'
import type { SearchSetup } from '../../shared/search/search.ts'
import type { RangesAnswer, RangesTask } from './answer-ranges.ts'

/** Samples that a worker computes before it says so. */
const SAMPLES_PER_TASK = 64

/** Parts in which candidates are made ready. */
const PARTS = 8

/** Runs tasks in workers and gives their answers in order. */
export type RunTasks = <A extends RangesAnswer>(tasks: readonly RangesTask[], onAnswer: () => void) => Promise<A[]>

/**
 * The band of a frontier (docs/ranges.md): a few rough searches say what of the space matters, all samples are computed among it,
 * and some samples are searched as a whole to see how far off that is.
 * @param onDone how many tasks of all are done
 */
export async function searchBand(
  run: RunTasks,
  setup: SearchSetup,
  uncertainty: Uncertainty,
  onDone: (done: number, total: number) => void,
): Promise<Omit<BandResult, 'elapsedMs' | 'workers'>> {
  const search = rangeSearchOf(setup, uncertainty)
  const of = { setup, uncertainty }
  const pilots = pilotDraws(uncertainty).map((draw): RangesTask => ({ kind: 'ranges-pilot', ...of, draw }))
  const slices = Array.from({ length: SAMPLES / SAMPLES_PER_TASK }, (_, i) => i * SAMPLES_PER_TASK)
  const total = pilots.length + PARTS + slices.length + CHECKED_SAMPLES.length
  let done = 0
  const one = () => onDone(++done, total)

  const found = await run<Pilot>(pilots, one)
  const knots = knotsOf(found.flatMap(({ curve }) => extentOf(curve) ?? []))
  const parts = search.share(
    found.map(({ reached }) => reached),
    PARTS,
  )
  const ready = await run<Candidates>(
    parts.map((reached) => ({ kind: 'ranges-candidates', ...of, reached })),
    () => undefined,
  )
  done += PARTS
  const among = { ...of, candidates: search.merge(ready) }
  const readings = await run<SampleReadings>(
    slices.map((from) => ({ kind: 'ranges-samples', ...among, knots, from, to: from + SAMPLES_PER_TASK })),
    one,
  )
  const checks = await run<{ difference: number }>(
    CHECKED_SAMPLES.map((sample) => ({ kind: 'ranges-check', ...among, sample })),
    one,
  )
  const [band] = await run<Band>([{ kind: 'ranges-band', uncertainty, knots, readings }], () => undefined)
  return {
    ...band!,
    checked: { samples: checks.length, difference: Math.max(...checks.map(({ difference }) => difference)) },
  }
}
