import { termColumn, termsOf } from '../search/binding.ts'
import type { FrontierPoints, PrefillColumn } from '../search/frontier-points.ts'
import type { Band } from '../search/ranges/band.ts'
import { costBand } from '../search/ranges/read-band.ts'
import type { Cell } from './csv.ts'
import {
  countColumn,
  numberColumn,
  textColumn,
  type TableColumn,
  type TableData,
  type TableNote,
} from './table-data.ts'

/** A column of the points of frontiers. */
interface Column extends TableColumn {
  /** The rule set that has such a figure, where not every one has. */
  readonly only?: FrontierPoints['rules']
  /** null where a point has no such figure. */
  readonly cell: (points: FrontierPoints, index: number) => Cell
}

const paper = (
  read: (points: Extract<FrontierPoints, { rules: 'paper' }>, index: number) => Cell,
): Pick<Column, 'only' | 'cell'> => ({
  only: 'paper',
  cell: (points, i) => (points.rules === 'paper' ? read(points, i) : null),
})

const standard = (
  read: (points: Extract<FrontierPoints, { rules: 'standard' }>, index: number) => Cell,
): Pick<Column, 'only' | 'cell'> => ({
  only: 'standard',
  cell: (points, i) => (points.rules === 'standard' ? read(points, i) : null),
})

const prompts = (title: string, unit: string, name: PrefillColumn): Column => ({
  ...numberColumn(title, unit),
  ...standard((points, i) => points.prefill?.[name][i] ?? null),
})

const COLUMNS: readonly Column[] = [
  { ...numberColumn('speed', 'tokens/s per user'), cell: (points, i) => points.tokensPerSecond[i]! },
  { ...numberColumn('cost', 'USD per million tokens'), cell: (points, i) => points.usdPerMillionTokens[i]! },
  { ...countColumn('GPUs'), cell: (points, i) => points.gpus[i]! },
  { ...countColumn('batch', 'sequences'), cell: (points, i) => points.batch[i]! },
  { title: 'MFU', unit: 'share of 1', kind: 'share', cell: (points, i) => points.mfu[i]! },
  { ...numberColumn('latency', 's per token'), cell: (points, i) => points.latencySeconds[i]! },
  { ...textColumn('tensor split'), ...paper((points, i) => (points.tensorDimensions[i] === 2 ? '2D' : '1D')) },
  { ...countColumn('tensor parallel', 'GPUs'), cell: (points, i) => points.tensorParallel[i]! },
  { ...countColumn('attention tensor parallel', 'GPUs'), ...paper((points, i) => points.attentionTensorParallel[i]!) },
  {
    ...countColumn('feed-forward tensor parallel', 'GPUs'),
    ...paper((points, i) => points.feedForwardTensorParallel[i]!),
  },
  { ...countColumn('data parallel', 'attention ranks'), ...standard((points, i) => points.dataParallel[i]!) },
  { ...countColumn('expert parallel'), cell: (points, i) => points.expertParallel[i]! },
  { ...countColumn('pipeline stages'), cell: (points, i) => points.pipelineStages[i]! },
  { ...numberColumn('attention scale-down', ''), ...paper((points, i) => points.attentionScaleDown[i]!) },
  { ...countColumn('weights', 'bytes per GPU'), cell: (points, i) => points.weightBytesPerGpu[i]! },
  { ...countColumn('KV cache', 'bytes per GPU'), cell: (points, i) => points.cacheBytesPerGpu[i]! },
  { ...countColumn('draft model', 'bytes per GPU'), ...standard((points, i) => points.draftBytesPerGpu[i]!) },
  { ...countColumn('sequences that memory holds'), ...standard((points, i) => points.mostSequences[i]!) },
  prompts('time to first token', 's', 'ttftSeconds'),
  prompts('GPUs for prompts', '', 'prefillGpus'),
  prompts('input', 'USD per million tokens', 'usdPerMillionInput'),
  prompts('output', 'USD per million tokens', 'usdPerMillionOutput'),
  prompts('blended', 'USD per million tokens', 'usdPerMillionBlended'),
  { ...countColumn('drafts', 'tokens per pass'), cell: (points, i) => points.drafts[i]! },
  { ...numberColumn('expected tokens per pass', ''), cell: (points, i) => points.expectedTokens[i]! },
  { ...textColumn('rule set'), cell: (points) => points.rules },
]

/** A term's seconds in every rule set that has it. */
function termColumnsOf(rules: FrontierPoints['rules']): Column[] {
  const own = (points: FrontierPoints) => points.rules === rules
  return [
    ...termsOf(rules).map(({ id, label }): Column => ({
      ...numberColumn(label.toLowerCase(), 's per pass'),
      cell: (points, i) => (own(points) ? termColumn(points, id)[i]! : null),
    })),
    ...termsOf(rules).map(({ id, label }): Column => ({
      ...numberColumn(`draft ${label.toLowerCase()}`, 's per draft'),
      cell: (points, i) => (own(points) && points.drafts[i] !== 0 ? termColumn(points, id, 'draftTerms')[i]! : null),
    })),
  ]
}

/** Every column that points of these rule sets can fill, whether or not they do. */
export const pointColumns = (rules: readonly FrontierPoints['rules'][]): readonly Column[] => [
  ...COLUMNS.filter(({ only }) => only === undefined || rules.includes(only)),
  ...rules.flatMap(termColumnsOf),
]

/** Columns that at least one of the series fills; a rule set that none has leaves no trace. */
function columnsFor(series: readonly { readonly points: FrontierPoints }[]): Column[] {
  const rules = [...new Set(series.map(({ points }) => points.rules))]
  const filled = ({ cell }: Column) =>
    series.length === 0 || series.some(({ points }) => points.gpus.length > 0 && cell(points, 0) !== null)
  return [...COLUMNS.filter(filled), ...rules.flatMap(termColumnsOf)]
}

interface PointsOfSeries {
  readonly name: string
  readonly points: FrontierPoints
  /** null where all inputs are known. */
  readonly band?: Band | null
}

const RANGE_COLUMNS: readonly TableColumn[] = [
  numberColumn('cost, 5 %', 'USD per million tokens'),
  numberColumn('cost, 95 %', 'USD per million tokens'),
]

/** Both ends of the cost at a speed; empty where too few samples are this fast. */
function rangeCells(band: Band | null, speed: number): Cell[] {
  const range = band === null ? null : costBand(band, speed)
  return [range?.low ?? Infinity, range?.high ?? Infinity].map((end) => (end < Infinity ? end : null))
}

/** All frontier points of all series, fastest first, in full precision. */
export function frontierPointsTable(
  subject: string,
  series: readonly PointsOfSeries[],
  notes: readonly TableNote[],
): TableData {
  const columns = columnsFor(series)
  const uncertain = series.some(({ band }) => band != null)
  return {
    subject,
    title: 'Frontier points',
    columns: [
      textColumn('series'),
      ...columns.map(({ title, unit, kind }) => ({ title, unit, kind })),
      ...(uncertain ? RANGE_COLUMNS : []),
    ],
    rows: series.flatMap(({ name, points, band = null }) =>
      Array.from({ length: points.latencySeconds.length }, (_, i) => [
        name,
        ...columns.map((column) => column.cell(points, i)),
        ...(uncertain ? rangeCells(band, points.tokensPerSecond[i]!) : []),
      ]),
    ),
    notes,
  }
}
