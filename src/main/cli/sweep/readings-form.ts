import { csvRow, type Cell } from '../../../shared/report/csv.ts'
import { layoutName } from '../../../shared/report/layout-name.ts'
import { bindingPart } from '../../../shared/search/binding.ts'
import type { FrontierPoints } from '../../../shared/search/frontier-points.ts'
import { cheapestIndex, fastestIndex, indexAtSpeed, preferredIndex } from '../../../shared/search/readings.ts'
import { pointCount, valueCell, verdict, type FileKind, type RowForm, type SweepResult } from './row-form.ts'
import { rowPlaces } from './row-places.ts'

interface Figure {
  /** In NDJSON. */
  readonly key: string
  /** In CSV, with the unit. */
  readonly title: string
  readonly read: (points: FrontierPoints, index: number) => Cell
}

/** What is told of a point. */
const FIGURES: readonly Figure[] = [
  { key: 'tokensPerSecond', title: 'speed (tokens/s per user)', read: (points, i) => points.tokensPerSecond[i]! },
  {
    key: 'usdPerMillionTokens',
    title: 'cost (USD per million tokens)',
    read: (points, i) => points.usdPerMillionTokens[i]!,
  },
  { key: 'gpus', title: 'GPUs', read: (points, i) => points.gpus[i]! },
  { key: 'batch', title: 'batch (sequences)', read: (points, i) => points.batch[i]! },
  { key: 'layout', title: 'layout', read: layoutName },
  { key: 'mfu', title: 'MFU (share of 1)', read: (points, i) => points.mfu[i]! },
  { key: 'binds', title: 'what binds', read: (points, i) => bindingPart(points, i).label.toLowerCase() },
  {
    key: 'ttftSeconds',
    title: 'time to first token (s)',
    read: (points, i) => (points.rules === 'standard' ? (points.prefill?.ttftSeconds[i] ?? null) : null),
  },
]

interface Reading {
  readonly name: string
  readonly find: (points: FrontierPoints) => number | null
}

const NAMED: readonly Reading[] = [
  { name: 'fastest', find: fastestIndex },
  { name: 'preferred', find: preferredIndex },
  { name: 'cheapest', find: cheapestIndex },
]

/** A row for each combination: the frontier's readings, named and at given speeds. */
export function readingsForm(kind: FileKind, axes: readonly string[], speeds: readonly number[]): RowForm {
  const atSpeeds = speeds.map((speed): Reading => ({
    name: String(speed),
    find: (points) => indexAtSpeed(points, speed),
  }))
  const figures = (result: SweepResult, { find }: Reading): Cell[] | null => {
    const { outcome } = result
    if ('refused' in outcome || pointCount(result) === 0) return null
    const index = find(outcome.points)
    return index === null ? null : FIGURES.map(({ read }) => read(outcome.points, index))
  }
  return kind === 'csv' ? readingsCsv(axes, atSpeeds, figures) : readingsNdjson(axes, atSpeeds, figures)
}

type Figures = (result: SweepResult, reading: Reading) => readonly Cell[] | null

const SEARCH = ['price (USD per GPU-hour)', 'setups searched'] as const

const searchCells = ({ outcome }: SweepResult): Cell[] =>
  'refused' in outcome ? [null, null] : [outcome.usdPerGpuHour, outcome.gridPoints]

function readingsCsv(axes: readonly string[], atSpeeds: readonly Reading[], figures: Figures): RowForm {
  const titles = [...NAMED.map(({ name }) => name), ...atSpeeds.map(({ name }) => `at ${name} tokens/s`)].flatMap(
    (name) => FIGURES.map(({ title }) => `${name}: ${title}`),
  )
  const nothing = FIGURES.map(() => null)
  return {
    header: csvRow(['combination', 'points', 'status', 'reason', ...axes, ...SEARCH, ...titles]),
    write(result) {
      const { status, reason } = verdict(result)
      return csvRow([
        result.combination,
        pointCount(result),
        status,
        reason,
        ...result.values.map(valueCell),
        ...searchCells(result),
        ...[...NAMED, ...atSpeeds].flatMap((reading) => figures(result, reading) ?? nothing),
      ])
    },
    placeOf: rowPlaces('csv', 'readings'),
  }
}

function readingsNdjson(axes: readonly string[], atSpeeds: readonly Reading[], figures: Figures): RowForm {
  const named = (result: SweepResult, readings: readonly Reading[]) =>
    Object.fromEntries(
      readings.map((reading) => {
        const cells = figures(result, reading)
        return [reading.name, cells && Object.fromEntries(FIGURES.map(({ key }, i) => [key, cells[i]]))]
      }),
    )
  return {
    header: '',
    write(result) {
      const [usdPerGpuHour, gridPoints] = searchCells(result)
      const row = {
        combination: result.combination,
        points: pointCount(result),
        ...verdict(result),
        over: Object.fromEntries(axes.map((path, i) => [path, result.values[i]])),
        usdPerGpuHour,
        gridPoints,
        ...named(result, NAMED),
        atSpeed: named(result, atSpeeds),
      }
      return `${JSON.stringify(row)}\n`
    },
    placeOf: rowPlaces('ndjson', 'readings'),
  }
}
