import { acceleratorName } from '../../shared/catalog/accelerator-entry.ts'
import type { Catalog } from '../../shared/catalog/builtin.ts'
import { modelName, precisionOf, type ModelEntry } from '../../shared/catalog/model-entry.ts'
import { errorClassAt } from '../../shared/report/error-class-at.ts'
import { weightsInWords } from '../../shared/report/format-support.ts'
import { layoutName } from '../../shared/report/layout-name.ts'
import { amount, grouped, percent, threeSignificant, usd } from '../../shared/report/format.ts'
import { nothingFitsInWords } from '../../shared/report/least-change-in-words.ts'
import { rangeInWords } from '../../shared/report/range-in-words.ts'
import { roundSpeeds } from '../../shared/report/readings-table.ts'
import { changedRules, ENGINE_NAMES, limitsInWords, promptsInWords } from '../../shared/report/series-facts.ts'
import type { Series } from '../../shared/scenario/scenario.ts'
import { bindingPart } from '../../shared/search/binding.ts'
import type { FrontierPoints } from '../../shared/search/frontier-points.ts'
import type { FrontierResult } from '../../shared/search/frontier-result.ts'
import type { BandResult } from '../../shared/search/ranges/band.ts'
import { costBand, widthShares } from '../../shared/search/ranges/read-band.ts'
import { cheapestIndex, fastestIndex, indexAtSpeed, preferredIndex } from '../../shared/search/readings.ts'
import { oneLine } from './exit-codes.ts'
import { plainTable, type PlainColumn } from './plain-table.ts'

/** Rows read at round speeds; the fastest, preferred and cheapest points come on top of them. */
const ROUND_SPEED_ROWS = 9

interface Column extends PlainColumn {
  readonly cell: (points: FrontierPoints, index: number) => string
}

const FIGURES: readonly Column[] = [
  { title: 'tokens/s', align: 'right', cell: (points, i) => threeSignificant(points.tokensPerSecond[i]!) },
  { title: '$/M tokens', align: 'right', cell: (points, i) => threeSignificant(points.usdPerMillionTokens[i]!) },
]

const SETUP: readonly Column[] = [
  { title: 'GPUs', align: 'right', cell: (points, i) => amount(points.gpus[i]!) },
  { title: 'batch', align: 'right', cell: (points, i) => amount(points.batch[i]!) },
  { title: 'layout', align: 'left', cell: layoutName },
  { title: 'MFU %', align: 'right', cell: (points, i) => threeSignificant(100 * points.mfu[i]!) },
  { title: 'what binds', align: 'left', cell: (points, i) => bindingPart(points, i).label.toLowerCase() },
]

const DRAFTS: Column = {
  title: 'drafts',
  align: 'right',
  cell: (points, i) => (points.drafts[i] === 0 ? 'none' : String(points.drafts[i])),
}

/** The point of a frontier that most look at. */
const sureness = (series: Series, catalog: Catalog, { points }: FrontierResult, preferred: number): string => {
  const { short, because, notes } = errorClassAt(points, preferred, series, catalog)
  return oneLine([`Preferred point: ${short}, ${because}`, ...notes].join('; '))
}

/** What the cost lies between at the speed of a point. */
const rangeColumn = (band: BandResult): Column => ({
  title: '90 % range',
  align: 'right',
  cell({ tokensPerSecond }, i) {
    const range = costBand(band, tokensPerSecond[i]!)
    return range === null ? 'too fast' : rangeInWords({ kind: 'at-speed' }, range)
  },
})

/** Said after the preferred point: what its range comes from, and how it was had. */
function widthInWords(band: BandResult, tokensPerSecond: number): string {
  const shares = widthShares(band, tokensPerSecond).map(
    ({ label, share }) => `${label.toLowerCase()} ${percent(share)}`,
  )
  const { samples, elapsedMs, checked } = band
  return `Its range comes from: ${shares.join(', ')}; ${grouped(samples)} samples in ${threeSignificant(elapsedMs / 1e3)} s, within ${percent(checked.difference)} of whole searches\n`
}

interface Searched {
  readonly result: FrontierResult
  /** null where all inputs are known. */
  readonly band: BandResult | null
}

/** A frontier for people: what was assumed, and a dozen rows fastest first. */
export function seriesTable(series: Series, catalog: Catalog, { result, band }: Searched, speedWeight: number): string {
  const heading = `${oneLine(series.name)}\n${assumptions(series, catalog, result)}\n`
  const nothingFits = nothingFitsInWords(result)
  if (nothingFits !== null) return `${heading}No setup fits. ${oneLine(nothingFits)}\n`
  const { points } = result
  const columns = [
    ...FIGURES,
    ...(band === null ? [] : [rangeColumn(band)]),
    ...SETUP,
    ...(series.speculative === null ? [] : [DRAFTS]),
  ]
  const preferred = preferredIndex(points, speedWeight)
  const marks = marksOf(points, preferred)
  const table = plainTable(
    [...columns, { title: '', align: 'left' }],
    rowsOf(points, marks).map((index) => [
      ...columns.map((column) => column.cell(points, index)),
      marks.get(index)?.join(', ') ?? '',
    ]),
  )
  const searched = `${grouped(result.gridPoints)} grid points in ${threeSignificant(result.elapsedMs / 1e3)} s, ${grouped(points.gpus.length)} on the frontier`
  const width = band === null ? '' : widthInWords(band, points.tokensPerSecond[preferred]!)
  return `${heading}\n${table}\n\n${sureness(series, catalog, result, preferred)}\n${width}${searched}\n`
}

function marksOf(points: FrontierPoints, preferred: number): Map<number, string[]> {
  const marks = new Map<number, string[]>()
  const mark = (index: number, name: string) => marks.set(index, [...(marks.get(index) ?? []), name])
  mark(fastestIndex(), 'fastest')
  mark(preferred, 'preferred')
  mark(cheapestIndex(points), 'cheapest')
  return marks
}

function rowsOf(points: FrontierPoints, marks: ReadonlyMap<number, unknown>): number[] {
  const slowest = points.tokensPerSecond.at(-1)!
  const atSpeeds = roundSpeeds([points], Infinity)
    .filter((speed) => speed >= slowest)
    .slice(-ROUND_SPEED_ROWS)
    .flatMap((speed) => indexAtSpeed(points, speed) ?? [])
  return [...new Set([...marks.keys(), ...atSpeeds])].toSorted((a, b) => a - b)
}

function paperAssumptions(series: Series, model: ModelEntry): string[] {
  const { weightBytes, activationBytes } = precisionOf(model, series.weightBits, series.activationBits)
  return [
    `weights ${8 * weightBytes} bits, activations ${8 * activationBytes}`,
    ...(series.attentionScaleDown ? [] : ['no attention scale-down']),
  ]
}

const standardAssumptions = (series: Series, catalog: Catalog): string[] => [
  `weights ${weightsInWords(series, catalog)}`,
  ...(series.kvFormat === null ? [] : [`KV cache ${series.kvFormat}`]),
  `${ENGINE_NAMES[series.engine ?? 'vllm']} all-reduce`,
  `${series.constants} constants`,
  `prompts ${promptsInWords(series)}`,
  limitsInWords(series),
  ...changedRules(series).map(([name, value]) => `${name.toLowerCase()}: ${value.toLowerCase()}`),
]

function assumptions(series: Series, catalog: Catalog, { usdPerGpuHour }: FrontierResult): string {
  const model = catalog.models[series.model]!
  const { speculative, demandCapTokensPerSecond: cap } = series
  const parts = [
    `${modelName(model)} on ${acceleratorName(catalog.accelerators[series.accelerator]!)}`,
    `${usd(usdPerGpuHour)} per GPU-hour`,
    `${series.rules} rules`,
    `context ${grouped(series.contextTokens)} tokens`,
    ...(series.rules === 'standard' ? standardAssumptions(series, catalog) : paperAssumptions(series, model)),
    ...(series.pipeline ? [] : ['no pipelining']),
    ...(cap === null ? [] : [`at most ${threeSignificant(cap)} tokens/s in all`]),
    ...(speculative === null
      ? []
      : [`drafts by ${modelName(catalog.models[speculative.draft]!)}, acceptance ${percent(speculative.acceptance)}`]),
  ]
  return oneLine(parts.join(' · '))
}
