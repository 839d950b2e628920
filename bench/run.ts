// Entry of `npm run bench [-- --app] [--library] [--report] [--json]`: how long frontiers take, how much of an exhaustive search
// that is, how many times faster, how long bands of samples take, and with --app what that means at the window; with --library a
// library of 10,000 scenarios alone, with --report a long report alone.
import { parseArgs } from 'node:util'
import type { Compute } from '../src/main/compute/compute.ts'
import { createThreadCompute } from '../src/main/compute/thread-compute.ts'
import { grouped, threeSignificant } from '../src/shared/report/format.ts'
import { plainFrontier } from '../test/reference/plain-search.ts'
import { benchBands, showBand } from './bands.ts'
import { measureAppPath, type AppPath } from './app-path.ts'
import { measureFrameTimes, type FrameTimes } from './frame-times.ts'
import { benchLibrary, type LibraryBench } from './library.ts'
import { measure, type Measurement } from './measure.ts'
import { measureReport, type ReportBench } from './report.ts'
import { denseOnGrid, GRIDS, onSmallGrid, SMALL_GRID, SUBJECTS, type Subject } from './subjects.ts'

const RUNS = 7
const WORKERS = [1, 2] as const

interface Row {
  readonly name: string
  readonly frontiers: number
  readonly layouts: number
  readonly evaluated: number
  readonly byWorkers: readonly (Measurement & { readonly workers: number })[]
  /** One worker and the plain search on the same small grid, in the same run; null where there is no plain search. */
  readonly small: { readonly product: Measurement; readonly plain: Measurement; readonly timesFaster: number } | null
}

interface Growth {
  readonly grids: readonly { readonly steps: number; readonly medianMs: number }[]
  /** Time grows with the number of grid points to this power. */
  readonly exponent: number
}

async function withCompute<T>(workers: number, work: (compute: Compute) => Promise<T>): Promise<T> {
  const compute = createThreadCompute({ workers })
  try {
    return await work(compute)
  } finally {
    await compute.close()
  }
}

async function benchmark({ name, setups, plain }: Subject): Promise<Row> {
  const byWorkers: (Measurement & { workers: number })[] = []
  let layouts = 0
  let evaluated = 0
  for (const workers of WORKERS)
    await withCompute(workers, async (compute) => {
      const measurement = await measure(RUNS, async () => {
        const results = await Promise.all(setups.map((setup) => compute.frontier(setup)))
        layouts = results.reduce((sum, result) => sum + result.layouts, 0)
        evaluated = results.reduce((sum, result) => sum + result.evaluated, 0)
      })
      byWorkers.push({ workers, ...measurement })
    })
  if (plain === null) return { name, frontiers: setups.length, layouts, evaluated, byWorkers, small: null }
  const product = await withCompute(1, (compute) => measure(RUNS, () => compute.frontier(onSmallGrid(setups[0]!))))
  const slow = await measure(1, async () => plainFrontier({ ...plain, ...SMALL_GRID }))
  const small = { product, plain: slow, timesFaster: slow.medianMs / product.medianMs }
  return { name, frontiers: setups.length, layouts, evaluated, byWorkers, small }
}

/** Least-squares slope of log time over log grid points. */
async function growth(): Promise<Growth> {
  const grids = await withCompute(1, async (compute) => {
    const rows: { steps: number; medianMs: number }[] = []
    for (const steps of GRIDS)
      rows.push({ steps, medianMs: (await measure(RUNS, () => compute.frontier(denseOnGrid(steps)))).medianMs })
    return rows
  })
  const xs = grids.map(({ steps }) => Math.log(steps ** 2))
  const ys = grids.map(({ medianMs }) => Math.log(medianMs))
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
  const [mx, my] = [mean(xs), mean(ys)]
  const slope =
    xs.reduce((sum, x, i) => sum + (x - mx) * (ys[i]! - my), 0) / xs.reduce((sum, x) => sum + (x - mx) ** 2, 0)
  return { grids, exponent: slope }
}

const spread = ({ medianMs, leastMs, mostMs }: Measurement): string =>
  `${threeSignificant(medianMs)} ms (${threeSignificant(leastMs)} to ${threeSignificant(mostMs)})`

function show({ name, frontiers, layouts, evaluated, byWorkers, small }: Row): string {
  const times = byWorkers.map(
    ({ workers, ...measurement }) => `  ${workers} worker${workers === 1 ? ' ' : 's'}  ${spread(measurement)}`,
  )
  return [
    `${name}${frontiers === 1 ? '' : ` (${frontiers} frontiers)`}: ${grouped(evaluated)} of ${grouped(layouts)} layouts computed in full, ${threeSignificant((100 * evaluated) / layouts)} %`,
    ...times,
    ...(small === null
      ? []
      : [
          `  plain search on ${SMALL_GRID.gpus} x ${SMALL_GRID.batches}: ${threeSignificant(small.plain.medianMs)} ms, ` +
            `the product ${threeSignificant(small.timesFaster)} times faster with one worker`,
        ]),
    '',
  ].join('\n')
}

const showGrowth = ({ grids, exponent }: Growth): string =>
  `growth with the grid: ${grids.map(({ steps, medianMs }) => `${steps} x ${steps} ${threeSignificant(medianMs)} ms`).join(', ')}: ` +
  `time ~ points^${exponent.toFixed(2)}`

const showAppPath = ({ drawn, complete, longestTaskMs, workerMegabytes }: AppPath): string =>
  [
    'in the window, four dense frontiers on the full grid:',
    `  keystroke to new curve   ${spread(drawn)}`,
    `  keystroke to full result ${spread(complete)}`,
    `  longest task of the window ${threeSignificant(longestTaskMs)} ms; compute processes ${workerMegabytes.map((mb) => `${threeSignificant(mb)} MB`).join(', ')}`,
  ].join('\n')

const showFrames = ({ what, frames, medianMs, mostMs, worstMs }: FrameTimes): string =>
  `  ${what}: median ${threeSignificant(medianMs)} ms, 95 % within ${threeSignificant(mostMs)} ms, worst ${threeSignificant(worstMs)} ms (${frames} frames)`

const showLibrary = ({ scenarios, megabytes, documentBytes, versionBytes, times, timesFaster }: LibraryBench): string =>
  [
    `library of ${grouped(scenarios)} scenarios, ${threeSignificant(megabytes)} MB; one is ${grouped(documentBytes)} bytes, a version of it ${grouped(versionBytes)}:`,
    ...times.map(({ name, ...measurement }) => `  ${name.padEnd(38)} ${spread(measurement)}`),
    `  the index finds two words ${threeSignificant(timesFaster)} times faster than a scan`,
  ].join('\n')

const showReport = ({ series, pages, megabytes, firstMs, report, plain, timesLonger }: ReportBench): string =>
  [
    `report of ${series} series, ${pages} pages, ${threeSignificant(megabytes)} MB:`,
    `  frontiers known          ${spread(report)}`,
    `  frontiers searched too   ${threeSignificant(firstMs)} ms, once`,
    `  as many plain pages      ${spread(plain)}: the report takes ${threeSignificant(timesLonger)} times as long`,
  ].join('\n')

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    app: { type: 'boolean', default: false },
    library: { type: 'boolean', default: false },
    report: { type: 'boolean', default: false },
  },
})

async function benchFrontiers(): Promise<void> {
  const rows: Row[] = []
  for (const subject of SUBJECTS) {
    const row = await benchmark(subject)
    rows.push(row)
    if (!values.json) console.log(show(row))
  }
  const growthRow = await growth()
  if (!values.json) console.log(showGrowth(growthRow))
  const bands = await withCompute(2, benchBands)
  if (!values.json) console.log(bands.map(showBand).join('\n'))
  const appPath = values.app ? await measureAppPath((text) => console.error(text)) : null
  if (appPath !== null && !values.json) console.log(`\n${showAppPath(appPath)}`)
  const frames = values.app ? await measureFrameTimes((text) => console.error(text)) : null
  if (frames !== null && !values.json)
    console.log(['', 'frame times with twelve series on the full grid:', ...frames.map(showFrames)].join('\n'))
  if (values.json)
    console.log(JSON.stringify({ node: process.version, runs: RUNS, rows, growth: growthRow, bands, appPath, frames }))
}

if (values.library) {
  const library = await benchLibrary()
  console.log(values.json ? JSON.stringify({ node: process.version, library }) : showLibrary(library))
} else if (values.report) {
  const report = await measureReport((text) => console.error(text))
  console.log(values.json ? JSON.stringify({ node: process.version, report }) : showReport(report))
} else await benchFrontiers()
